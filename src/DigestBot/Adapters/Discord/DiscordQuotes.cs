using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out quotes, and below them the articles that they stand in.</summary>
/// <param name="reader">Who reads it.</param>
/// <param name="asOf">Of articles of the day before, the time is enough: it comes only once.</param>
/// <param name="numbers">One for each article, counted through all pages.</param>
/// <param name="longestLink">Longer addresses are not linked here.</param>
internal sealed class DiscordQuotes(Reader reader, DateTimeOffset asOf, CitationNumbers numbers, int longestLink)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly DiscordLines _lines = new(reader.Phrases);
    private Citation? _firstDiffering;

    /// <summary>The same, for a story in which the figures of a quote and the next may differ.</summary>
    public DiscordQuotes Of(DigestStory story) => Of(story.FirstDiffering);

    /// <summary>The same, where the figures of this quote and the next differ; null where none do.</summary>
    public DiscordQuotes Of(Citation? firstDiffering)
    {
        _firstDiffering = firstDiffering;
        return this;
    }

    public string Lay(IReadOnlyList<Citation> quotes) => Lay(quotes, longestLink);

    /// <summary>One quote in no more than <paramref name="room"/>: without its link if need be, but never cut.</summary>
    /// <remarks>A sentence that no message could hold is named with its source; it can be read there.</remarks>
    public string Lay(Citation quote, int room) =>
        Lay([quote], longestLink) is { } whole && whole.Length <= room ? whole
        : Lay([quote], longestLink: 0) is { } bare && bare.Length <= room ? bare
        : $"{_lines.Body(reader.Phrases.QuoteTooLong(quote.Length))}\n{Sources([quote], longestLink: 0)}";

    private string Lay(IReadOnlyList<Citation> quotes, int longestLink) =>
        string.Join('\n', [.. quotes.Select(Quote), Sources(quotes, longestLink)]);

    // The bracket is escaped so that no client takes the number and the link below for one link.
    private string Quote(Citation quote)
    {
        string line = _lines.Quote(quote.Text, $" \\[{numbers.Of(quote.Article)}]");
        return quote == _firstDiffering ? $"{_lines.Body(reader.Phrases.ReportsDiffer)}\n{line}" : line;
    }

    private string Sources(IReadOnlyList<Citation> quotes, int longestLink) => _lines.Markdown("-# ", string.Join(
        " · ", numbers.PlacesOf(quotes).Select(cited => Source(cited.Number, cited.Article, longestLink))));

    private string Source(int number, ArticleRef article, int longestLink) =>
        $"\\[{number}] {DiscordLink.To(article, longestLink, reader.Phrases)} {DiscordLines.Time(article.Published, Style(article))}";

    private char Style(ArticleRef article) => article.Published <= asOf && article.Published > asOf - Day ? 't' : 'f';
}
