using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Discord;

/// <summary>Lays out everything but digests as pages: what quotes news with links, and all else as the terminal says it.</summary>
internal static class DiscordReplies
{
    private const int MostArticles = 25;

    public static IReadOnlyList<DiscordPage> Pages(Reply reply, int longest, Reader reader)
    {
        var pages = new DiscordPages(longest);
        switch (reply)
        {
            case Reply.OfAnswer { Answer: var answer }:
                Add(answer, pages, reader);
                break;
            case Reply.OfStory { Story: var story }:
                Add(story, pages, reader);
                break;
            case Reply.OfWhy { Explained: var explained }:
                Add(explained, pages, reader);
                break;
            case Reply.OfSearch { Hits.Count: > 0 } search:
                Add(search, pages, reader);
                break;
            default:
                Add(TextLayout.Lay(reply, reader), pages, reader);
                break;
        }

        return pages.Finish();
    }

    private static void Add(Answer answer, DiscordPages pages, Reader reader)
    {
        var lines = new DiscordLines(reader.Phrases);
        var quotes = new DiscordQuotes(reader, answer.Searched.Window.To, new(answer.Copies), ArticleLink.Longest)
            .Of(AnswerFrame.FirstDiffering(answer));
        pages.Lines([.. AnswerFrame.Before(answer, reader).Select(lines.Body)]);
        pages.Quotes("", "", AnswerFrame.Quotes(answer), quotes);
        if (AnswerFrame.After(answer, reader) is { } after)
        {
            pages.Gap();
            pages.Lines(lines.Muted(after));
        }
    }

    private static void Add(StoryDetail detail, DiscordPages pages, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        var lines = new DiscordLines(phrases);
        var quotes = new DiscordQuotes(reader, reader.Clock.GetUtcNow(), new(), ArticleLink.Longest);
        pages.Quotes(
            DiscordDigest.Head(detail.Story, null, "", reader),
            DiscordDigest.Head(detail.Story, null, phrases.StoryContinued, reader),
            detail.Story.Quotes,
            quotes.Of(detail.Story));
        Add(detail.Timeline, pages, quotes, reader);
        pages.Gap();
        pages.Lines(lines.Muted(phrases.StoryArticles));
        foreach (ArticleRef article in detail.Articles.Take(MostArticles))
        {
            pages.Lines(DiscordArticle.Lines(article, null, reader, detail.ChangeOf(article)));
        }

        if (detail.Articles.Count > MostArticles)
        {
            pages.Lines(lines.Muted(phrases.StatusMore(detail.Articles.Count - MostArticles)));
        }
    }

    private static void Add(IReadOnlyList<StoryDay> days, DiscordPages pages, DiscordQuotes quotes, Reader reader)
    {
        var lines = new DiscordLines(reader.Phrases);
        for (int i = 0; i < days.Count; i++)
        {
            string day = lines.Bold(reader.Day(days[i].Day));
            pages.Gap();
            pages.Quotes(i == 0 ? $"{lines.Muted(reader.Phrases.StoryTimeline)}\n{day}" : day, day, [days[i].Quote], quotes);
        }
    }

    private static void Add(StoryExplanation explained, DiscordPages pages, Reader reader)
    {
        var lines = new DiscordLines(reader.Phrases);
        var quotes = new DiscordQuotes(reader, reader.Clock.GetUtcNow(), new(), ArticleLink.Longest);
        string[] title = explained.IsThere ? [lines.Bold(reader.Phrases.Insert(explained.Story.Title))] : [];
        pages.Lines([lines.Bold(WhyFrame.Heading(explained, reader)), .. title, .. WhyFrame.Standing(explained, reader).Select(lines.Body)]);
        foreach (QuoteExplanation quote in explained.Quotes)
        {
            pages.Gap();
            pages.Quotes("", "", quote.State == QuoteState.Gone ? [] : [quote.Quote], quotes);
            pages.Lines([.. WhyFrame.Reasons(quote, explained, reader.Phrases).Select(lines.Body)]);
            if (WhyFrame.Since(quote, reader.Phrases) is { } since)
            {
                pages.Lines(lines.Body(since));
                pages.Quotes("", "", quote.Now is { } now ? [now] : [], quotes);
            }
        }
    }

    private static void Add(Reply.OfSearch search, DiscordPages pages, Reader reader)
    {
        pages.Lines(new DiscordLines(reader.Phrases).Bold(reader.Phrases.SearchFound(search.Query, search.Hits.Count)));
        foreach (SearchHit hit in search.Hits)
        {
            pages.Gap();
            pages.Lines(DiscordArticle.Lines(hit.Article, hit.Sentence?.Text, reader));
        }
    }

    private static void Add(IReadOnlyList<TextLine> text, DiscordPages pages, Reader reader)
    {
        var lines = new DiscordLines(reader.Phrases);
        foreach (TextLine line in text)
        {
            if (line.Spans.Count == 0)
            {
                pages.Gap();
            }
            else
            {
                pages.Lines(DiscordLines.WithChannels(lines.Of(line)));
            }
        }
    }
}
