using System.Text.RegularExpressions;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>
/// Finds the names that stand for a word: Baghdad for Iraq, where nearly all articles headed by Baghdad speak of Iraq. Told by what
/// occurs together in the articles that one space may see up to an instant, and by nothing else.
/// </summary>
internal sealed partial class TopicWidener(CandidateFinder finder, ArticleStore articles, WideningCache cache)
{
    /// <summary>At most so many names stand for a word.</summary>
    public const int MostNames = 4;

    // The newest articles with the word, and with each name: what is looked at does not grow with the store.
    private const int MostSampled = 200;
    private const int MostBackground = 500;
    private const int MostCandidates = 16;

    // Fewer articles tell nothing.
    private const int LeastSampled = 8;
    private const int LeastHeaded = 4;
    private const int LeastOfKin = 3;
    private const int LeastDays = 2;

    // Headed by a name is what has it in the headline, or so often in the text.
    private const int Repeated = 3;

    // A name stands in so many of the articles with the word, and nearly always as a name.
    private const double LeastShare = 0.2;
    private const double MostlyName = 0.6;

    // Of the articles with the name, so many have the word; of those headed by it surely, counted from what any article has.
    private const double LeastTogether = 0.6;
    private const double LeastSure = 0.6;
    private const double LeastSureOfKin = 0.35;

    // Iraqi begins as Iraq does.
    private const int LeastAlike = 4;
    private const double MostlyAlike = 0.7;

    private const int Read = 4_000;

    /// <summary>The topic with the names that stand for it: only for a single word that the space has not defined.</summary>
    public async Task<TopicPattern> WidenAsync(Space space, TopicPattern topic, DateTimeOffset? asOf, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (topic is not { IsDefined: false, Any: [{ Terms: [var word] }] })
        {
            return topic;
        }

        var key = new WideningKey(space.Id, word.Stem, asOf, await articles.CountAllAsync(space, cancellationToken));
        if (!cache.TryGet(key, out IReadOnlyList<string> names))
        {
            names = await FindAsync(space, word, NewsWindow.Until(to), cancellationToken);
            cache.Set(key, names);
        }

        return topic.Widen(names);
    }

    private async Task<IReadOnlyList<string>> FindAsync(Space space, QueryTerm word, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> ids = await finder.WithAllAsync(space, [word], window, MostSampled, cancellationToken);
        IReadOnlyList<ArticleHead> sample = await articles.HeadsAsync(space, ids, window, cancellationToken);
        if (sample.Count < LeastSampled)
        {
            return [];
        }

        IReadOnlyList<Article> texts = await articles.ReadAsync(space, [.. sample.Select(head => head.Id)], cancellationToken);
        double usual = await UsualAsync(space, word, window, cancellationToken);
        var found = new List<(string Name, bool IsKin, double Sure)>();
        foreach ((string name, QueryTerm term) in Candidates(word, sample, texts))
        {
            bool isKin = IsKin(word.Stem, term.Stem);
            double sure = await SureAsync(space, word, term, isKin ? LeastOfKin : LeastHeaded, window, cancellationToken);
            if (sure >= usual + ((1 - usual) * (isKin ? LeastSureOfKin : LeastSure)))
            {
                found.Add((name, isKin, sure));
            }
        }

        return [.. found.OrderByDescending(name => name.IsKin).ThenByDescending(name => name.Sure).ThenBy(name => name.Name, StringComparer.Ordinal).Take(MostNames).Select(name => name.Name)];
    }

    // The share of any articles that have the word.
    private async Task<double> UsualAsync(Space space, QueryTerm word, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleHead> newest = await articles.NewestAsync(space, window, MostBackground, cancellationToken);
        IReadOnlyList<ArticleHead> all = await articles.HeadsAsync(space, [.. newest.Select(head => head.Id)], window, cancellationToken);
        return all.Count == 0 ? 1 : (double)all.Count(head => word.CountIn(head.Terms) > 0) / all.Count;
    }

    private static IEnumerable<(string Name, QueryTerm Term)> Candidates(QueryTerm word, IReadOnlyList<ArticleHead> sample, IReadOnlyList<Article> texts)
    {
        int least = Math.Max(LeastHeaded, (int)Math.Ceiling(LeastShare * sample.Count));
        return texts
            .SelectMany(article => Name().Matches(Beginning(article.Text)).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            .CountBy(name => name, StringComparer.Ordinal)
            .Select(name => (Name: name.Key, Terms: TextAnalyzer.QueryTerms(name.Key), Articles: name.Value))
            .Where(name => name.Terms is [var term] && !term.Forms.Intersect(word.Forms, StringComparer.Ordinal).Any())
            .GroupBy(name => name.Terms[0].Stem, StringComparer.Ordinal)
            .Select(same => (Best: same.OrderByDescending(name => name.Articles).ThenBy(name => name.Name, StringComparer.Ordinal).First(), Articles: same.Sum(name => name.Articles)))
            .Select(name => (name.Best.Name, Term: name.Best.Terms[0], name.Articles, Holding: sample.Count(head => name.Best.Terms[0].CountIn(head.Terms) > 0)))
            .Where(name => name.Holding >= (IsKin(word.Stem, name.Term.Stem) ? LeastOfKin : least) && name.Articles >= MostlyName * name.Holding)
            .OrderByDescending(name => IsKin(word.Stem, name.Term.Stem))
            .ThenByDescending(name => name.Holding)
            .ThenBy(name => name.Name, StringComparer.Ordinal)
            .Take(MostCandidates)
            .Select(name => (name.Name, name.Term));
    }

    // How surely an article headed by the name has the word: the lower end of Wilson's interval; 0 where that says nothing.
    private async Task<double> SureAsync(Space space, QueryTerm word, QueryTerm name, int least, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> ids = await finder.WithAllAsync(space, [name], window, MostSampled, cancellationToken);
        IReadOnlyList<ArticleHead> holding = await articles.HeadsAsync(space, ids, window, cancellationToken);
        ArticleHead[] headed = [.. holding.Where(head => name.IsInTitleOf(head.Terms) || name.CountIn(head.Terms) >= Repeated)];
        ArticleHead[] both = [.. headed.Where(head => word.CountIn(head.Terms) > 0)];
        int days = both.Select(head => ArticleId.Effective(head.Id).UtcDateTime.Date).Distinct().Count();
        bool isTold = headed.Length >= least
            && days >= LeastDays
            && holding.Count(head => word.CountIn(head.Terms) > 0) >= LeastTogether * holding.Count;
        return isTold ? Wilson(both.Length, headed.Length) : 0;
    }

    private static bool IsKin(string word, string name)
    {
        int shorter = Math.Min(word.Length, name.Length);
        int alike = word.AsSpan().CommonPrefixLength(name);
        return alike >= LeastAlike && alike >= MostlyAlike * shorter;
    }

    private static double Wilson(double hits, double all)
    {
        const double Z = 1.96;
        double share = hits / all;
        double margin = Z * Math.Sqrt((share * (1 - share) / all) + (Z * Z / (4 * all * all)));
        return (share + (Z * Z / (2 * all)) - margin) / (1 + (Z * Z / all));
    }

    private static string Beginning(string text) => text.Length <= Read ? text : text[..Read];

    // Behind a letter, a digit or a comma: the first word of a sentence or quotation has its capital for another reason.
    [GeneratedRegex(@"(?<=[\p{L}\p{M}\p{Nd},)]\s)\p{Lu}[\p{L}\p{M}]{2,}(?![\p{L}\p{M}])", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
