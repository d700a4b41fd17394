namespace DigestBot.Cli;

/// <summary>Every list in JSON.</summary>
internal sealed record ListView<T>(IReadOnlyList<T> Items);
