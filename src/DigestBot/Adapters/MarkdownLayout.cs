using System.Text;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Lays digests and answers out as CommonMark, for publishing or pasting.</summary>
internal static class MarkdownLayout
{
    public static string Render(Digest digest, Reader reader)
    {
        var page = new Page(reader);
        page.Block("# ", DigestFrame.Heading(digest, reader));
        page.Block("", reader.Window(digest.Window));
        if (DigestNotice.For(digest, reader) is { } notice)
        {
            page.Block("", notice);
        }

        page.Block("", DigestFrame.Coverage(digest, reader));
        foreach (string silent in DigestFrame.Silent(digest, reader))
        {
            page.Block("", silent);
        }

        page.Corrections(digest);
        var numbers = new CitationNumbers();
        for (int i = 0; i < digest.Stories.Count; i++)
        {
            DigestStory story = digest.Stories[i];
            page.Block("## ", $"{i + 1} · {reader.Phrases.Insert(story.Title)}");
            page.Block("", DigestFrame.Publishers(story, reader));
            page.Quotes(story.Quotes, numbers, story.FirstDiffering);
        }

        page.Block("", reader.Phrases.DigestFooter(digest.Id));
        return page.ToString();
    }

    public static string Render(Answer answer, Reader reader)
    {
        var page = new Page(reader);
        page.Block("# ", reader.Phrases.Insert(answer.Question));
        foreach (string before in AnswerFrame.Before(answer, reader))
        {
            page.Block("", before);
        }

        page.Quotes(AnswerFrame.Quotes(answer), new(answer.Copies), AnswerFrame.FirstDiffering(answer));
        if (AnswerFrame.After(answer, reader) is { } after)
        {
            page.Block("", after);
        }

        return page.ToString();
    }

    private sealed class Page(Reader reader)
    {
        private readonly StringBuilder _text = new();

        /// <summary>A paragraph of our own; whatever was inserted into it is escaped with it.</summary>
        public void Block(string mark, string text) =>
            Raw(mark, mark.Length == 0 ? MarkdownText.EscapeParagraph(text) : MarkdownText.Escape(text));

        public void Quotes(IReadOnlyList<Citation> quotes, CitationNumbers numbers, Citation? firstDiffering = null)
        {
            foreach (Citation quote in quotes)
            {
                if (quote == firstDiffering)
                {
                    Block("", reader.Phrases.ReportsDiffer);
                }

                Block("> ", $"{reader.Phrases.Quote(quote.Text)} [{numbers.Of(quote.Article)}]");
            }

            foreach ((int number, ArticleRef article) in numbers.PlacesOf(quotes))
            {
                string link = MarkdownText.Link(reader.Phrases.Insert(article.Source), VisibleText.Of(article.Url));
                string published = MarkdownText.Escape(reader.Date(article.Published));
                string mark = MarkdownText.Escape(PaywallMark.Of(article, reader.Phrases));
                Raw("", $"\\[{number}\\] {link}{mark}{reader.Phrases.ListSeparator}{published}");
            }
        }

        public void Corrections(Digest digest)
        {
            if (digest.Corrections is not { Count: > 0 } corrections)
            {
                return;
            }

            Block("## ", reader.Phrases.Corrections);
            foreach (Correction correction in corrections)
            {
                Block("", CorrectionFrame.Quoted(correction, reader));
                Block("> ", reader.Phrases.Quote(correction.Quote.Text));
                Block("", CorrectionFrame.Since(correction, reader));
                if (correction.Now is { } now)
                {
                    Block("> ", reader.Phrases.Quote(now.Text));
                }

                ArticleRef article = correction.Quote.Article;
                string published = MarkdownText.Escape($"{reader.Phrases.ListSeparator}{article.Source}{PaywallMark.Of(article, reader.Phrases)}, {reader.Date(article.Published)}");
                Raw("", $"{MarkdownText.Link(reader.Phrases.Insert(article.Title), VisibleText.Of(article.Url))}{published}");
            }

            foreach (string more in CorrectionFrame.More(digest, reader))
            {
                Block("", more);
            }
        }

        public override string ToString() => _text.ToString();

        // The first strong character of a block decides its direction, and that may be one of the news.
        private void Raw(string mark, string text)
        {
            if (_text.Length > 0)
            {
                _text.Append('\n');
            }

            _text.Append(mark);
            if (reader.Phrases.RightToLeft)
            {
                _text.Append(Bidi.RightToLeftMark);
            }

            _text.Append(text).Append('\n');
        }
    }
}
