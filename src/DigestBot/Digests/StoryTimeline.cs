using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>What a day brought to a story.</summary>
/// <param name="Day">In UTC, by the effective date of the article.</param>
/// <param name="Quote">Of an article of that day.</param>
internal sealed record StoryDay(DateOnly Day, Citation Quote);

/// <summary>Tells a story day by day: of each day one sentence that nothing before it tells.</summary>
internal sealed class StoryTimeline(ArticleStore articles)
{
    // The first day is where it begins, and the latest are where it has got to.
    private const int MostDays = 10;

    // Ids only, so that the first day of nearly every story is found; texts are read of a few articles a day.
    private const int MostArticles = 5_000;

    // A day's best sentence may be what it has in common with the days before.
    private const int Considered = 3;

    /// <summary>Two sentences that are as like as this tell the same.</summary>
    private const double SameNews = 0.5;

    /// <summary>Empty for a story of one day. A day that brings nothing but what was told has no entry.</summary>
    /// <param name="space">Who asks.</param>
    /// <param name="story">As far as it is known to the caller.</param>
    /// <param name="told">What stands above the timeline.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<StoryDay>> ReadAsync(
        Space space, StoryView story, IReadOnlyList<Citation> told, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleHead> members = await articles.MembersAsync(
            space, [story.Id], NewsWindow.Until(DateTimeOffset.MaxValue), MostArticles, cancellationToken);
        (DateOnly Day, long[] Voices)[] days = Choose(story with
        {
            Articles = [.. story.Articles.Concat(members).DistinctBy(article => article.Id)],
        });
        Dictionary<long, Article> read = (await articles.ReadAsync(space, [.. days.SelectMany(day => day.Voices)], cancellationToken))
            .ToDictionary(article => article.Id);
        return Tell(days, read, told);
    }

    private static (DateOnly Day, long[] Voices)[] Choose(StoryView story)
    {
        (DateOnly Day, long[] Voices)[] days = [.. story.Articles
            .GroupBy(article => DateOnly.FromDateTime(ArticleId.Effective(article.Id).UtcDateTime))
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, VoiceReader.Choose(new StoryView(story.Id, [.. day]))))];
        return days.Length switch
        {
            1 => [],
            > MostDays => [days[0], .. days.TakeLast(MostDays - 1)],
            _ => days,
        };
    }

    private static List<StoryDay> Tell(
        (DateOnly Day, long[] Voices)[] days, Dictionary<long, Article> read, IReadOnlyList<Citation> told)
    {
        List<string> before = [.. told.Select(quote => quote.Text)];
        List<TermVector> terms = [.. before.Select(TermsOf)];
        var timeline = new List<StoryDay>();
        var allowance = new QuoteAllowance();
        allowance.Add(told);
        foreach ((DateOnly day, long[] voices) in days)
        {
            SourceText[] sources = [.. voices.Where(read.ContainsKey).Select(id => Voice.SourceOf(read[id], allowance))];
            Quote? news = News(sources, before, terms);
            if (news is not { } quote)
            {
                continue;
            }

            Article article = read[voices.First(id => ArticleId.Format(id) == quote.SourceId)];
            timeline.Add(new StoryDay(day, new Citation(quote.Text, article.ToRef(), quote.Start, quote.Length)));
            allowance.Add([timeline[^1].Quote]);
            before.Add(quote.Text);
            terms.Add(TermsOf(quote.Text));
        }

        return timeline;
    }

    // One sentence at a time, so that each stands by itself: of several the best may point back at another.
    private static Quote? News(SourceText[] sources, List<string> before, List<TermVector> terms)
    {
        List<string> known = [.. before];
        for (int turn = 0; turn < Considered; turn++)
        {
            var options = new SummaryOptions { MaxSentences = 1, AlreadyTold = known };
            if (ExtractiveSummarizer.Summarize(sources, options) is not [var quote, ..])
            {
                return null;
            }

            TermVector own = TermsOf(quote.Text);
            if (!terms.Exists(other => own.Similarity(other) >= SameNews))
            {
                return quote;
            }

            known.Add(quote.Text);
        }

        return null;
    }

    private static TermVector TermsOf(string sentence) => TextAnalyzer.Vector("", sentence);
}
