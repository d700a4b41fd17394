using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters.Teams.Cards;

/// <summary>Lays out lists as pages of cards: what names news with links, and all else as the terminal says it.</summary>
internal static class CardReplies
{
    private const int MostArticles = 25;

    public static IReadOnlyList<CardPage> Pages(Reply reply, Reader reader)
    {
        var pages = new CardPages(CardDocument.MostOfLines);
        switch (reply)
        {
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
                pages.Lines([.. TextLayout.Lay(reply, reader).Where(line => line.Spans.Count > 0).Select(Of)]);
                break;
        }

        return pages.Finish();
    }

    private static void Add(StoryDetail detail, CardPages pages, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        var quotes = new CardQuotes(reader, new());
        pages.Quotes(
            CardDigest.Head(detail.Story, null, "", reader),
            CardDigest.Head(detail.Story, null, $" {phrases.StoryContinued}", reader),
            detail.Story.Quotes,
            quotes.Of(detail.Story));
        for (int i = 0; i < detail.Timeline.Count; i++)
        {
            CardLine day = CardLine.Of(reader.Day(detail.Timeline[i].Day), CardStyle.Title);
            CardLine[] head = i == 0 ? [CardLine.Of([new(phrases.StoryTimeline, CardStyle.Muted)], begins: true), day] : [day];
            pages.Quotes(head, [day], [detail.Timeline[i].Quote], quotes);
        }

        pages.Lines(CardLine.Of([new(phrases.StoryArticles, CardStyle.Muted)], begins: true));
        foreach (ArticleRef article in detail.Articles.Take(MostArticles))
        {
            pages.Lines(CardArticle.Lines(article, null, reader, detail.ChangeOf(article)));
        }

        if (detail.Articles.Count > MostArticles)
        {
            pages.Lines(CardLine.Of(phrases.StatusMore(detail.Articles.Count - MostArticles), CardStyle.Muted));
        }
    }

    private static void Add(StoryExplanation explained, CardPages pages, Reader reader)
    {
        var quotes = new CardQuotes(reader, new());
        string title = reader.Phrases.Insert(explained.Story.Title);
        pages.Lines(
        [
            CardLine.Of(WhyFrame.Heading(explained, reader), CardStyle.Title),
            .. explained.IsThere ? [CardLine.Of(title, CardStyle.Title)] : (CardLine[])[],
            .. WhyFrame.Standing(explained, reader).Select(sentence => CardLine.Of(sentence)),
        ]);
        foreach (QuoteExplanation quote in explained.Quotes)
        {
            pages.Quotes([], [], quote.State == QuoteState.Gone ? [] : [quote.Quote], quotes);
            pages.Lines([.. WhyFrame.Reasons(quote, explained, reader.Phrases).Select(sentence => CardLine.Of(sentence, CardStyle.Muted))]);
            if (WhyFrame.Since(quote, reader.Phrases) is { } since)
            {
                pages.Lines(CardLine.Of(since, CardStyle.Muted));
                pages.Quotes([], [], quote.Now is { } now ? [now] : [], quotes);
            }
        }
    }

    private static void Add(Reply.OfSearch search, CardPages pages, Reader reader)
    {
        pages.Lines(CardLine.Of(reader.Phrases.SearchFound(search.Query, search.Hits.Count), CardStyle.Title));
        foreach (SearchHit hit in search.Hits)
        {
            pages.Lines(CardArticle.Lines(hit.Article, hit.Sentence?.Text, reader));
        }
    }

    private static CardLine Of(TextLine line) => CardLine.Of([.. line.Spans.Select(span => new CardRun(span.Text, span.Role switch
    {
        TextRole.Heading or TextRole.Title => CardStyle.Title,
        TextRole.Muted => CardStyle.Muted,
        _ => CardStyle.Body,
    }))]);
}
