using System.Globalization;
using System.Text;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Lays digests and answers out as one page that needs nothing else: no script, font or image.</summary>
internal static class HtmlLayout
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}" +
        "blockquote{margin:.5rem 0;padding-inline-start:.8rem;border-inline-start:.2rem solid #999}" +
        "small,footer,li{color:#555}ol{list-style:none;padding:0;font-size:.9rem}li{overflow-wrap:anywhere}" +
        "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}small,footer,li{color:#aaa}a{color:#8bf}}";

    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    public static string Render(Digest digest, Reader reader)
    {
        var page = new Page(reader);
        page.Open(DigestFrame.Heading(digest, reader));
        page.Element("p", reader.Window(digest.Window));
        if (DigestNotice.For(digest, reader) is { } notice)
        {
            page.Element("p", notice);
        }

        page.Element("p", DigestFrame.Coverage(digest, reader));
        foreach (string silent in DigestFrame.Silent(digest, reader))
        {
            page.Element("p", silent);
        }

        page.Corrections(digest);
        var numbers = new CitationNumbers();
        for (int i = 0; i < digest.Stories.Count; i++)
        {
            page.Story(digest.Stories[i], i + 1, numbers);
        }

        page.Element("footer", reader.Phrases.DigestFooter(digest.Id));
        return page.Close();
    }

    public static string Render(Answer answer, Reader reader)
    {
        var page = new Page(reader);
        page.Open(VisibleText.Of(answer.Question));
        foreach (string before in AnswerFrame.Before(answer, reader))
        {
            page.Element("p", before);
        }

        page.Quotes(AnswerFrame.Quotes(answer), new(answer.Copies), AnswerFrame.FirstDiffering(answer));
        if (AnswerFrame.After(answer, reader) is { } after)
        {
            page.Element("footer", after);
        }

        return page.Close();
    }

    private sealed class Page(Reader reader)
    {
        private readonly StringBuilder _html = new();

        public void Open(string heading)
        {
            Phrases phrases = reader.Phrases;
            Line("<!DOCTYPE html>");
            Line($"<html lang=\"{phrases.Language}\" dir=\"{(phrases.RightToLeft ? "rtl" : "ltr")}\">");
            Line("<head>");
            Line("<meta charset=\"utf-8\">");
            Line("<meta name=\"viewport\" content=\"width=device-width\">");
            Line("<meta name=\"referrer\" content=\"no-referrer\">");
            Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">");
            Line($"<title>{HtmlText.Escape(heading)}</title>");
            Line($"<style>{Style}</style>");
            Line("</head>");
            Line("<body>");
            Element("h1", heading);
        }

        public string Close()
        {
            Line("</body>");
            Line("</html>");
            return _html.ToString();
        }

        public void Element(string name, string text) => Line($"<{name}>{HtmlText.Escape(text)}</{name}>");

        public void Story(DigestStory story, int number, CitationNumbers numbers)
        {
            Line("<section>");
            Line($"<h2>{number} · {Outside(story.Title)}</h2>");
            Line($"<p><small>{HtmlText.Escape(DigestFrame.Publishers(story, reader))}</small></p>");
            Quotes(story.Quotes, numbers, story.FirstDiffering);
            Line("</section>");
        }

        public void Quotes(IReadOnlyList<Citation> quotes, CitationNumbers numbers, Citation? firstDiffering = null)
        {
            // The browser draws a q's marks in the page's language, so its text is the sentence and nothing else.
            foreach (Citation quote in quotes)
            {
                if (quote == firstDiffering)
                {
                    Element("p", reader.Phrases.ReportsDiffer);
                }

                string cite = WebAddress.Of(quote.Article.Url) is { } uri
                    ? $" cite=\"{HtmlText.Escape(uri.AbsoluteUri)}\""
                    : "";
                string sentence = $"<q>{Outside(quote.Text)}</q> [{numbers.Of(quote.Article)}]";
                Line($"<blockquote{cite}><p dir=\"auto\">{sentence}</p></blockquote>");
            }

            Line("<ol>");
            foreach ((int number, ArticleRef article) in numbers.PlacesOf(quotes))
            {
                string link = HtmlText.Link(VisibleText.Of(article.Source), VisibleText.Of(article.Url));
                Line($"<li>[{number}] {link}{Mark(article)}{reader.Phrases.ListSeparator}{Time(article.Published)}</li>");
            }

            Line("</ol>");
        }

        public void Corrections(Digest digest)
        {
            if (digest.Corrections is not { Count: > 0 } corrections)
            {
                return;
            }

            Line("<section>");
            Element("h2", reader.Phrases.Corrections);
            foreach (Correction correction in corrections)
            {
                Element("p", CorrectionFrame.Quoted(correction, reader));
                Line($"<blockquote><p dir=\"auto\"><q>{Outside(correction.Quote.Text)}</q></p></blockquote>");
                Element("p", CorrectionFrame.Since(correction, reader));
                if (correction.Now is { } now)
                {
                    Line($"<blockquote><p dir=\"auto\"><q>{Outside(now.Text)}</q></p></blockquote>");
                }

                ArticleRef article = correction.Quote.Article;
                string link = HtmlText.Link(VisibleText.Of(article.Title), VisibleText.Of(article.Url));
                Line($"<p>{link}{reader.Phrases.ListSeparator}{Outside(article.Source)}{Mark(article)}{reader.Phrases.ListSeparator}{Time(article.Published)}</p>");
            }

            foreach (string more in CorrectionFrame.More(digest, reader))
            {
                Element("p", more);
            }

            Line("</section>");
        }

        private string Mark(ArticleRef article) => HtmlText.Escape(PaywallMark.Of(article, reader.Phrases));

        private string Time(DateTimeOffset instant)
        {
            string utc = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            return $"<time datetime=\"{utc}\">{HtmlText.Escape(reader.Date(instant))}</time>";
        }

        private static string Outside(string text) => $"<bdi>{HtmlText.Escape(VisibleText.Of(text))}</bdi>";

        private void Line(string html) => _html.Append(html).Append('\n');
    }
}
