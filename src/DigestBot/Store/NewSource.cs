using DigestBot.News;

namespace DigestBot.Store;

/// <summary>A source to add, or to find if it is there already.</summary>
/// <param name="Key">What makes it the same source again.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The publisher's name.</param>
/// <param name="Location">Address or path; null for an import.</param>
/// <param name="FirstCheck">When to poll it first; null for never.</param>
internal sealed record NewSource(string Key, SourceKind Kind, string Name, string? Location, DateTimeOffset? FirstCheck)
{
    /// <summary>The folder to keep it in; null leaves it where it is.</summary>
    public string? Folder { get; init; }

    /// <summary>The channel where it is added, such as <c>discord:12</c>; null at a terminal.</summary>
    public string? AddedIn { get; init; }

    // Its address may be a secret, and records print their members.
    public override string ToString() => $"new {Kind}";
}
