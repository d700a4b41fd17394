namespace DigestBot.Answers;

/// <summary>A question without what it says about where to look, and that.</summary>
/// <param name="Question">What is left to ask; empty where it says nothing else.</param>
/// <param name="Language">Code of a language; null for any.</param>
/// <param name="OutletName">Sources as they were named; null for any.</param>
/// <param name="Outlet">Which these are; null for any, or where the space sees none of this name.</param>
internal sealed record AskedScope(string Question, string? Language, string? OutletName, Outlet? Outlet)
{
    /// <summary>Where only a source was to answer that the space does not see; null otherwise.</summary>
    public UnknownOutlet? Unknown { get; init; }

    /// <summary>True where nothing else was said.</summary>
    public bool IsUnknown => OutletName is not null && Outlet is null;
}
