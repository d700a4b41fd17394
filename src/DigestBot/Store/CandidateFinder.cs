using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Chooses the few articles that are worth ranking, in time that does not grow with the store.</summary>
/// <remarks>
/// Invariant: no step reads more than about <see cref="MaxPostings"/> index entries or returns more than it was asked
/// for. Rarest terms come first and newest articles come first; what lies beyond the bound is the oldest coverage of
/// terms that are everywhere.
/// </remarks>
internal sealed class CandidateFinder(ArticleIndex index, TermFrequencyStore frequencies)
{
    private const long MaxPostings = 40_000;
    private const int MaxRecent = 200_000;
    private const int MaxTogether = 6;
    private const int MaxPaired = 3;

    // A term in every fifth article finds too much to be worth following, if there are others.
    private const long CommonShare = 5;

    /// <summary>The newest articles of the window that the space may see and that hold all the terms, of which there is at least one.</summary>
    public Task<IReadOnlyList<long>> WithAllAsync(
        Space space, IReadOnlyCollection<QueryTerm> terms, NewsWindow window, int max, CancellationToken cancellationToken) =>
        WithAnyAsync(space, [terms], window, max, cancellationToken);

    /// <summary>Same, for those that hold all terms of one of the groups.</summary>
    public async Task<IReadOnlyList<long>> WithAnyAsync(
        Space space, IReadOnlyList<IReadOnlyCollection<QueryTerm>> groups, NewsWindow window, int max, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> own = await index.OwnScopesAsync(space, cancellationToken);
        QueryTerm[] terms = [.. groups.SelectMany(group => group)];
        TermFrequencies counts = await frequencies.ReadAsync(space, terms, cancellationToken);
        string[][] rarestFirst = [.. groups.Select(group => group.Select(term => term.Stem).OrderBy(counts.Of).ThenBy(term => term, StringComparer.Ordinal).ToArray())];
        return await NewestAsync(own, rarestFirst, ArticleScope.Everything, counts, window, max, cancellationToken);
    }

    /// <summary>Articles of the scope that hold some of the terms: first those with all of the rarest, then with two, then with one.</summary>
    public async Task<IReadOnlyList<long>> WithSomeAsync(
        Space space,
        TermFrequencies counts,
        IReadOnlyCollection<string> terms,
        ArticleScope scope,
        NewsWindow window,
        int max,
        CancellationToken cancellationToken)
    {
        string[] rarestFirst = WorthFollowing(terms, counts);
        IReadOnlyList<string> own = await index.OwnScopesAsync(space, cancellationToken);
        var found = new HashSet<long>();
        foreach ((IReadOnlyList<IReadOnlyList<string>> groups, int share) in Steps(rarestFirst, max))
        {
            int room = Math.Min(share, max - found.Count);
            if (room <= 0)
            {
                break;
            }

            found.UnionWith(await NewestAsync(own, Within(groups, scope), scope, counts, window, room, cancellationToken));
        }

        return [.. found];
    }

    // Each group with each of the scope's: one expression, walked along its rarest terms as any other.
    private static IReadOnlyList<IReadOnlyList<string>> Within(IReadOnlyList<IReadOnlyList<string>> groups, ArticleScope scope) =>
        scope.AnyOf.Count == 0
            ? groups
            : [.. groups.SelectMany(group => scope.AnyOf.Select(within => (string[])[.. group.Union(within.Select(term => term.Stem), StringComparer.Ordinal)]))];

    private static IEnumerable<(IReadOnlyList<IReadOnlyList<string>> Groups, int Share)> Steps(string[] rarestFirst, int max)
    {
        if (rarestFirst.Length > 1)
        {
            yield return ([rarestFirst[..Math.Min(MaxTogether, rarestFirst.Length)]], max / 2);
        }

        if (rarestFirst.Length > 2)
        {
            string[] paired = rarestFirst[..Math.Min(MaxPaired, rarestFirst.Length)];
            yield return ([.. paired.SelectMany((first, i) => paired[(i + 1)..].Select(second => new[] { first, second }))], max / 2);
        }

        foreach (string term in rarestFirst)
        {
            yield return ([[term]], Math.Max(1, max / 4));
        }
    }

    private static string[] WorthFollowing(IReadOnlyCollection<string> terms, TermFrequencies counts)
    {
        string[] known = [.. terms.Where(term => counts.Of(term) > 0).OrderBy(counts.Of).ThenBy(term => term, StringComparer.Ordinal)];
        string[] rare = [.. known.Where(term => counts.Of(term) * CommonShare <= counts.Articles)];
        return rare.Length >= 2 ? rare : known;
    }

    private async Task<IReadOnlyList<long>> NewestAsync(
        IReadOnlyList<string> own,
        IReadOnlyList<IReadOnlyList<string>> groups,
        ArticleScope scope,
        TermFrequencies counts,
        NewsWindow window,
        int max,
        CancellationToken cancellationToken)
    {
        // A group is walked along its rarest term. One that is everywhere is followed through the newest articles only,
        // unless it stands alone and any article will do: then it fills the limit at once.
        long postings = groups.Where(group => group.Count > 1 || scope.IsNarrow).Select(group => group.Min(counts.Of)).DefaultIfEmpty(0).Max();
        NewsWindow bounded = postings > MaxPostings
            ? await RecentAsync(window, counts, postings, cancellationToken)
            : window;
        var query = new IndexQuery(own, [.. groups.Select(group => group.Select(counts.FormsOf).ToArray())], scope.Language);
        return await index.NewestAsync(query, scope.Sources, bounded, max, cancellationToken);
    }

    private async Task<NewsWindow> RecentAsync(
        NewsWindow window, TermFrequencies counts, long postings, CancellationToken cancellationToken)
    {
        int recent = (int)Math.Min(MaxRecent, counts.Articles * MaxPostings / postings);
        long? from = await index.NthNewestAsync(recent, cancellationToken);
        return from is { } start && Instant.FromStore(start) > window.From
            ? window with { From = Instant.FromStore(start) }
            : window;
    }
}
