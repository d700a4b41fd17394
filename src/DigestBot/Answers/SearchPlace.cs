using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Answers;

/// <summary>Where something is looked for.</summary>
/// <param name="Topic">What every article is about.</param>
/// <param name="Window">When it was published.</param>
/// <param name="Language">Code of what it is written in; null for anything.</param>
/// <param name="Sources">The sources that it may be from; null for any.</param>
internal sealed record SearchPlace(
    TopicPattern Topic, NewsWindow Window, string? Language = null, IReadOnlyCollection<long>? Sources = null)
{
    /// <summary>The same for the index, which knows no phrases and no exclusions.</summary>
    public ArticleScope Scope { get; } = new()
    {
        AnyOf = [.. Topic.Any.Concat(Topic.Names).Select(entry => entry.Terms)],
        Language = Language,
        Sources = Sources,
    };
}
