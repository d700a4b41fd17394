namespace DigestBot.Answers;

/// <summary>What a text says about where to look.</summary>
/// <param name="Rest">What is left to ask; empty where it says nothing else.</param>
/// <param name="Language">Code of a language; null for any.</param>
/// <param name="Outlet">What may be the name of sources; null for none.</param>
/// <param name="IsOnly">True where it says so in as many words: only from them.</param>
internal sealed record Narrowing(string Rest, string? Language, string? Outlet, bool IsOnly)
{
    /// <summary>True where it says "only from", which hardly means anything but a source, as "only in" may.</summary>
    public bool IsOnlyFrom { get; init; }

    /// <summary>True where it says "from", with or without "only".</summary>
    public bool IsFrom { get; init; }

    /// <summary>What is left to ask where there are no such sources, and their name is a part of the question.</summary>
    public string Whole { get; init; } = Rest;
}
