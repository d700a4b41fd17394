using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.News;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>Lays answers out as text whose [n] Teams turns into citations. No label says that it was generated: nothing was.</summary>
internal static class TeamsAnswer
{
    /// <summary>UTF-16 units of one message; half of what has always been taken.</summary>
    private const int LongestText = 12_000;

    private const int LongestQuote = 8_000;
    private const int LongestName = 80;
    private const string Paragraph = "\n\n";

    public static IReadOnlyList<Activity> Lay(Answer answer, Reader reader)
    {
        var numbers = new CitationNumbers(answer.Copies);
        var messages = new List<Activity>();
        var quotes = new List<Citation>();
        List<string> paragraphs = [.. AnswerFrame.Before(answer, reader).Select(sentence => Line("", TeamsText.EscapeLine(sentence), reader))];
        foreach (Citation quote in AnswerFrame.Quotes(answer))
        {
            if (quote == AnswerFrame.FirstDiffering(answer))
            {
                paragraphs.Add(Line("", TeamsText.EscapeLine(reader.Phrases.ReportsDiffer), reader));
            }

            string[] wanted = [.. paragraphs, Quote(quote, numbers, reader), .. Sources([.. quotes, quote], numbers, reader)];
            if (quotes.Count > 0 && (string.Join(Paragraph, wanted).Length > LongestText || quotes.Count == TeamsCitations.Most))
            {
                messages.Add(Finish(paragraphs, quotes, numbers, reader));
                paragraphs.Clear();
                quotes.Clear();
            }

            paragraphs.Add(Quote(quote, numbers, reader));
            quotes.Add(quote);
        }

        Activity last = Finish(paragraphs, quotes, numbers, reader);
        string? after = AnswerFrame.After(answer, reader) is { } sentenceAfter ? Line("", TeamsText.EscapeLine(sentenceAfter), reader) : null;
        messages.Add(last with { Text = after is null ? last.Text : $"{last.Text}{Paragraph}{after}" });
        return messages;
    }

    private static Activity Finish(List<string> paragraphs, List<Citation> quotes, CitationNumbers numbers, Reader reader)
    {
        string text = string.Join(Paragraph, [.. paragraphs, .. Sources(quotes, numbers, reader)]);
        return MessageFactory.Text(text) with
        {
            TextFormat = "markdown",
            Entities = quotes.Count == 0 ? null : [TeamsCitations.Of(quotes, numbers, reader.Phrases)],
        };
    }

    private static string Quote(Citation quote, CitationNumbers numbers, Reader reader)
    {
        string escaped = TeamsText.EscapeLine(reader.Phrases.Quote(quote.Text));
        return escaped.Length <= LongestQuote
            ? Line("> ", $"{escaped} [{numbers.Of(quote.Article)}]", reader)
            : Line("", $"{TeamsText.EscapeLine(reader.Phrases.QuoteTooLong(quote.Length))} [{numbers.Of(quote.Article)}]", reader);
    }

    // Citations are not drawn everywhere, and every sentence has its link wherever it is read.
    private static IEnumerable<string> Sources(IReadOnlyList<Citation> quotes, CitationNumbers numbers, Reader reader) =>
        numbers.PlacesOf(quotes).Select(cited => Line("", $"{cited.Number} · {Source(cited.Article, reader)}", reader));

    private static string Source(ArticleRef article, Reader reader)
    {
        string name = TeamsText.Escape(reader.Phrases.Insert(ShortText.Of(VisibleText.Of(article.Source), LongestName)));
        string published = TeamsText.Escape($"{PaywallMark.Of(article, reader.Phrases)} {reader.Date(article.Published)}");
        (string? host, string? address) = ArticleLink.To(article);
        return address is { Length: <= ArticleLink.Longest }
            ? $"[{name}]({Encode(address)}){published}"
            : $"{name} ({TeamsText.Escape(reader.Phrases.Insert(ShortText.Of(VisibleText.Of(host ?? article.Url), LongestName)))}){published}";
    }

    private static string Line(string mark, string markdown, Reader reader) =>
        reader.Phrases.RightToLeft ? $"{mark}{Bidi.RightToLeftMark}{markdown}" : $"{mark}{markdown}";

    // What could end a link, or be taken for an entity.
    private static string Encode(string address) => address
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("[", "%5B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("'", "%27", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);
}
