using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary>A digest in JSON; the contract of <c>digest --json</c>.</summary>
internal sealed record DigestView(
    string Id,
    string? Topic,
    string? Notice,
    WindowView Window,
    CoverageView Coverage,
    IReadOnlyList<StoryView> Stories)
{
    /// <param name="digest">The digest.</param>
    /// <param name="notice">Every notice, in one string; null when there is none.</param>
    public static DigestView From(Digest digest, string? notice) => new(
        digest.Id,
        digest.Topic,
        notice,
        WindowView.Of(digest.Window),
        CoverageView.From(digest.Coverage),
        [.. digest.Stories.Select(StoryView.From)]);
}

/// <summary>What was searched, in JSON.</summary>
internal sealed record CoverageView(int Sources, int Ok, IReadOnlyList<FailingView> Failing, int Articles)
{
    public static CoverageView From(Coverage coverage) => new(
        coverage.Sources,
        coverage.Ok,
        [.. coverage.Failing.Select(source => new FailingView(source.Name, source.Why, source.Since))],
        coverage.Articles);
}

/// <summary>A source that does not answer, in JSON.</summary>
internal sealed record FailingView(string Name, string Why, DateTimeOffset? Since);

/// <summary>A story of a digest in JSON.</summary>
internal sealed record StoryView(
    string Id, string Title, IReadOnlyList<string> Publishers, int Articles, IReadOnlyList<QuoteView> Quotes)
{
    /// <summary>As many quotes as were asked for, so without those that stand beside each other because they differ.</summary>
    public static StoryView From(DigestStory story) => new(
        story.Id,
        story.Title,
        story.Publishers,
        story.Articles,
        [.. story.Quotes.Take(Math.Max(1, story.Quotes.Count - story.Differing)).Select(QuoteView.From)]);
}
