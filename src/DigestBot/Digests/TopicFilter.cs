using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Keeps the articles that a topic means; texts are read only of those that their terms do not decide.</summary>
internal sealed class TopicFilter(ArticleStore articles)
{
    /// <summary>Those that are about the topic, in the order given.</summary>
    public Task<IReadOnlyList<ArticleHead>> AboutAsync(
        Space space, IReadOnlyList<ArticleHead> heads, TopicPattern topic, CancellationToken cancellationToken) =>
        topic.IsEverything
            ? Task.FromResult(heads)
            : KeepAsync(space, heads, topic.Judge, topic.Matches, cancellationToken);

    /// <summary>Those that the topic does not exclude, in the order given.</summary>
    public Task<IReadOnlyList<ArticleHead>> NotExcludedAsync(
        Space space, IReadOnlyList<ArticleHead> heads, TopicPattern topic, CancellationToken cancellationToken) =>
        KeepAsync(space, heads, topic.JudgeExclusion, (terms, text) => !topic.Excludes(terms, text), cancellationToken);

    private async Task<IReadOnlyList<ArticleHead>> KeepAsync(
        Space space,
        IReadOnlyList<ArticleHead> heads,
        Func<TermVector, bool?> judge,
        Func<TermVector, string, bool> matches,
        CancellationToken cancellationToken)
    {
        long[] open = [.. heads.Where(head => judge(head.Terms) is null).Select(head => head.Id)];
        Dictionary<long, Article> read = open.Length == 0
            ? []
            : (await articles.ReadAsync(space, open, cancellationToken)).ToDictionary(article => article.Id);
        return [.. heads.Where(head => judge(head.Terms)
            ?? (read.TryGetValue(head.Id, out Article? article) && matches(head.Terms, TopicPattern.TextOf(article))))];
    }
}
