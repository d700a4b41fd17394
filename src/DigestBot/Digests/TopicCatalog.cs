using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>The topics of a space: defined, tried out and taken away.</summary>
internal sealed class TopicCatalog(TopicStore topics, CandidateStoryFinder candidates, TopicWidener widener, ArticleStore articles, TimeProvider clock)
{
    /// <summary>Each entry is a look into the index.</summary>
    public const int MostEntries = 20;

    private const int MostTested = 600;
    private const int MostShown = 10;
    private const int MostShownLeftOut = 5;

    private static readonly TimeSpan Tested = TimeSpan.FromDays(7);

    public Task<IReadOnlyList<Topic>> ListAsync(Space space, CancellationToken cancellationToken) =>
        topics.ListAsync(space, cancellationToken);

    /// <summary>Defines a topic, or defines it anew.</summary>
    /// <param name="space">Whose.</param>
    /// <param name="name">As people will ask for it.</param>
    /// <param name="words">Lists with commas; with nothing to include, the name itself is looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TopicChange> SaveAsync(Space space, string name, TopicWords words, CancellationToken cancellationToken)
    {
        string[] include = TopicPattern.Split(string.IsNullOrWhiteSpace(words.Include) ? name : words.Include);
        string[] exclude = TopicPattern.Split(words.Exclude);
        if (include.Length > MostEntries || exclude.Length > MostEntries)
        {
            return new TopicChange.TooLong(MostEntries);
        }

        var topic = new Topic(Tidy(name), new(string.Join(", ", include.Select(Tidy)), string.Join(", ", exclude.Select(Tidy))));
        if (TopicPattern.Of(topic.Name, topic.Words).IsNothing)
        {
            return new TopicChange.NoWords();
        }

        return await topics.SaveAsync(space, topic, cancellationToken)
            ? new TopicChange.Saved(topic)
            : new TopicChange.TooMany(topics.Limit);
    }

    /// <returns>The topic as it was; null where there is none of this name.</returns>
    public async Task<Topic?> RemoveAsync(Space space, string name, CancellationToken cancellationToken) =>
        await topics.FindAsync(space, name, cancellationToken) is { } topic && await topics.RemoveAsync(space, name, cancellationToken)
            ? topic
            : null;

    /// <summary>
    /// What a topic, or a word that is none yet, would have found in the last seven days, among the newest articles on it; where
    /// that is nothing, in the seven days before the newest article that it finds at all.
    /// </summary>
    public async Task<TopicTest> TestAsync(Space space, string name, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TopicWords? words = (await topics.FindAsync(space, name, cancellationToken))?.Words;
        TopicPattern pattern = TopicPattern.Of(name, words);
        if (pattern.IsNothing || pattern.IsEverything)
        {
            return new TopicTest(Tidy(name), words is not null, NewsWindow.Last(Tested, now), 0, 0, [], []);
        }

        var wide = TopicPattern.Of(name, words is null ? null : words with { Exclude = "" });
        NewsWindow window = await WeekAsync(space, wide, now, cancellationToken);
        IReadOnlyList<ArticleHead> found = await candidates.MatchAsync(space, wide, window, MostTested, cancellationToken);
        IReadOnlyList<ArticleHead> kept = await candidates.MatchAsync(space, pattern, window, MostTested, cancellationToken);
        HashSet<long> about = [.. kept.Select(head => head.Id)];
        ArticleHead[] leftOut = [.. found.Where(head => !about.Contains(head.Id))];
        return new TopicTest(
            Tidy(name),
            words is not null,
            window,
            kept.Count,
            leftOut.Length,
            await ShowAsync(space, [.. kept.Take(MostShown)], pattern, cancellationToken),
            await ShowAsync(space, [.. leftOut.Take(MostShownLeftOut)], pattern, cancellationToken))
        {
            Names = [.. pattern.Names.Select(name => name.Text).Distinct(StringComparer.Ordinal)],
            Also = [.. (await widener.WidenAsync(space, pattern, asOf: null, now, cancellationToken)).Wider.Select(entry => entry.Text)],
        };
    }

    private async Task<NewsWindow> WeekAsync(Space space, TopicPattern topic, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var week = NewsWindow.Last(Tested, now);
        return await candidates.NewestAsync(space, topic, NewsWindow.Until(now), cancellationToken) is { } newest && newest < week.From
            ? NewsWindow.Last(Tested, newest)
            : week;
    }

    private async Task<IReadOnlyList<TopicMatch>> ShowAsync(
        Space space, IReadOnlyList<ArticleHead> heads, TopicPattern topic, CancellationToken cancellationToken)
    {
        Dictionary<long, Article> read = (await articles.ReadAsync(space, [.. heads.Select(head => head.Id)], cancellationToken))
            .ToDictionary(article => article.Id);
        return
        [
            .. heads.Where(head => read.ContainsKey(head.Id)).Select(head => new TopicMatch(
                read[head.Id].ToRef(),
                topic.FoundBy(head.Terms, TopicPattern.TextOf(read[head.Id])))),
        ];
    }

    private static string Tidy(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
