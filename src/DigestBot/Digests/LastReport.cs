namespace DigestBot.Digests;

/// <summary>The newest article of a story that somebody follows.</summary>
/// <param name="At">Its effective date.</param>
/// <param name="Headline">Unchanged; null where it was taken away meanwhile.</param>
internal sealed record LastReport(DateTimeOffset At, string? Headline);
