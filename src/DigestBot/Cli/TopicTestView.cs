using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary>What a topic would have found, in JSON.</summary>
internal sealed record TopicTestView(
    string Topic,
    bool Defined,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Also,
    WindowView Window,
    int Articles,
    int LeftOut,
    IReadOnlyList<TopicMatchView> Newest,
    IReadOnlyList<TopicMatchView> NewestLeftOut)
{
    public static TopicTestView From(TopicTest test) => new(
        test.Name,
        test.IsDefined,
        test.Names,
        test.Also,
        WindowView.Of(test.Window),
        test.Matched,
        test.LeftOut,
        [.. test.Newest.Select(TopicMatchView.From)],
        [.. test.NewestLeftOut.Select(TopicMatchView.From)]);
}

/// <summary>An article that a topic found or left out, and the entries that decided it.</summary>
internal sealed record TopicMatchView(ArticleView Article, IReadOnlyList<string> By)
{
    public static TopicMatchView From(TopicMatch match) => new(ArticleView.From(match.Article), match.By);
}
