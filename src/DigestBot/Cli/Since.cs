namespace DigestBot.Cli;

/// <summary>A given <c>--since</c>; a null span is "all". An absent option is a null <see cref="Since"/>.</summary>
internal sealed record Since(TimeSpan? Span);
