using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>What a topic would have found.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="IsDefined">False where it is just its words.</param>
/// <param name="Window">Where it was looked.</param>
/// <param name="Matched">How many articles are about it.</param>
/// <param name="LeftOut">How many only its exclusions kept away.</param>
/// <param name="Newest">The newest of the former.</param>
/// <param name="NewestLeftOut">The newest of the latter.</param>
internal sealed record TopicTest(
    string Name,
    bool IsDefined,
    NewsWindow Window,
    int Matched,
    int LeftOut,
    IReadOnlyList<TopicMatch> Newest,
    IReadOnlyList<TopicMatch> NewestLeftOut)
{
    /// <summary>What else a country is called in headlines, by which a digest finds it unless it is exact.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Names that stand for it in the articles that the space sees, by which a digest with exact:no finds it as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>An article, and the entries of the topic that decided about it.</summary>
internal sealed record TopicMatch(ArticleRef Article, IReadOnlyList<string> By);
