using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>What one digest, story or answer quotes of each article, and how much more of it it may.</summary>
/// <remarks>Invariant: whatever quotes to a space asks one of these first, and says what it took.</remarks>
internal sealed class QuoteAllowance
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal); // by article

    public void Add(IEnumerable<Citation> quotes)
    {
        foreach (Citation quote in quotes)
        {
            _words[quote.Article.Id] = _words.GetValueOrDefault(quote.Article.Id) + WordCount.Of(quote.Text);
        }
    }

    /// <summary>How many words of the article are left; null for any number.</summary>
    public int? Left(Article article) => article.MostQuoted is { } most ? Math.Max(0, most - _words.GetValueOrDefault(ArticleId.Format(article.Id))) : null;

    /// <summary>Takes sentences of one article, all or none.</summary>
    /// <param name="most">How many words of the article may be quoted in all; null for any number.</param>
    /// <param name="quotes">One or more.</param>
    public bool TryAdd(int? most, params IReadOnlyList<Citation> quotes)
    {
        if (most < _words.GetValueOrDefault(quotes[0].Article.Id) + quotes.Sum(quote => WordCount.Of(quote.Text)))
        {
            return false;
        }

        Add(quotes);
        return true;
    }

    /// <summary>Whether the sentence may be quoted at all.</summary>
    public static bool MayEver(Article article, ReadOnlySpan<char> sentence) => article.MostQuoted is not { } most || WordCount.Of(sentence) <= most;
}
