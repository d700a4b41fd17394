using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Reads the articles that speak for stories.</summary>
internal sealed class VoiceReader(ArticleStore articles)
{
    // Enough voices to choose from; reading more would cost every reader and change little.
    private const int MaxRead = 6;

    /// <summary>Those of each story, oldest first; of articles that were removed meanwhile there are none.</summary>
    public Task<IReadOnlyList<IReadOnlyList<Voice>>> ReadAsync(
        Space space, IReadOnlyList<StoryView> stories, CancellationToken cancellationToken) =>
        ReadAsync(space, stories, unquoted: [], cancellationToken);

    /// <summary>These articles as voices, oldest first, each as far as the space may see it.</summary>
    public async Task<IReadOnlyList<Voice>> ReadAsync(Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        (await ReadAsync(space, [[.. ids.Distinct().Order()]], cancellationToken))[0];

    /// <summary>Each independent publisher's first report, oldest first, before any second.</summary>
    public static long[] Choose(StoryView story) => Choose(story, without: []);

    private static long[] Choose(StoryView story, HashSet<long> without)
    {
        HashSet<long> reprinting = [.. StoryVoices.Of(story).Reprints.Select(article => article.Publisher)];
        return [.. story.Articles
            .Where(article => !reprinting.Contains(article.Publisher) && !without.Contains(article.SourceId))
            .OrderBy(article => article.Id)
            .GroupBy(article => article.Publisher)
            .SelectMany(publisher => publisher.Select((article, turn) => (article, turn)))
            .OrderBy(entry => entry.turn)
            .ThenBy(entry => entry.article.Id)
            .Take(MaxRead)
            .Select(entry => entry.article.Id)
            .Order()];
    }

    // Where the space quotes nothing of a source, others of the story are read as well, which can be quoted instead.
    private async Task<IReadOnlyList<IReadOnlyList<Voice>>> ReadAsync(
        Space space, IReadOnlyList<StoryView> stories, HashSet<long> unquoted, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<Voice>> voices = await ReadAsync(
            space, [.. stories.Select(story => (long[])[.. Choose(story).Union(Choose(story, unquoted)).Order()])], cancellationToken);
        HashSet<long> all =
        [
            .. unquoted,
            .. voices.SelectMany(story => story).Select(voice => voice.Article).Where(article => article.MostQuoted == 0).Select(article => article.SourceId),
        ];
        return all.Count == unquoted.Count ? voices : await ReadAsync(space, stories, all, cancellationToken);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Voice>>> ReadAsync(
        Space space, IReadOnlyList<long[]> chosen, CancellationToken cancellationToken)
    {
        long[] ids = [.. chosen.SelectMany(story => story).Distinct()];
        Dictionary<long, Article> byId = (await articles.ReadAsync(space, ids, cancellationToken)).ToDictionary(article => article.Id);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, ids, NewsWindow.Until(DateTimeOffset.MaxValue), cancellationToken);
        Dictionary<long, ArticleHead> headOf = heads.ToDictionary(head => head.Id);
        return [.. chosen.Select(story => (Voice[])
        [
            .. story.Where(id => byId.ContainsKey(id) && headOf.ContainsKey(id)).Select(id => new Voice(byId[id], headOf[id].Publisher, headOf[id].Terms)),
        ])];
    }
}
