namespace DigestBot.Tests.Infrastructure;

/// <summary>How the chat server is.</summary>
internal sealed record ChatServerOptions
{
    /// <summary>For so long a second message with the same nonce is the first one; zero for never.</summary>
    public TimeSpan NonceWindow { get; init; }

    /// <summary>Requests that pass in any second; the others get 429. Null for no limit.</summary>
    public int? PerSecond { get; init; }

    /// <summary>How long each request takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether requests and bodies are kept; without, only names and counts are.</summary>
    public bool Remembers { get; init; } = true;
}
