using System.Text.Json.Serialization;

namespace DigestBot.News;

/// <summary>An article as a quote cites it.</summary>
/// <param name="Id">Opaque; unique in the store.</param>
/// <param name="Title">The headline, unchanged.</param>
/// <param name="Url">Where a reader can check the quote.</param>
/// <param name="Source">The publisher's name.</param>
/// <param name="Published">The effective date: when it was published, or first seen if that is earlier or all that is known.</param>
public sealed record ArticleRef(string Id, string Title, string Url, string Source, DateTimeOffset Published)
{
    /// <summary>Whether its publisher says that not everybody may read all of it.</summary>
    /// <remarks>Left out where it is not so: a digest has the form, and so the id, that it had before there were marks.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPaywalled { get; init; }
}
