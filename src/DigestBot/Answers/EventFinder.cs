using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Answers questions after whatever there is about something with what its stories are told by, the first of them first.</summary>
internal sealed class EventFinder(TopicBook topics, CandidateStoryFinder candidates, StoryQuoter quoter)
{
    /// <summary>How sure it is where stories are about the subject: as sure as it gets.</summary>
    public const double About = 1;

    // Where they only mention it.
    private const double Mentioned = 0.5;

    // Where the sentences that tell a story best have not what is asked for, one of so many may have it.
    private const int Further = 3;

    /// <returns>One sentence of each story, more where there are few stories, and how sure it is that they answer, 0 to 1.</returns>
    /// <param name="space">What may be seen.</param>
    /// <param name="subject">What is asked about.</param>
    /// <param name="only">The sources that may answer; null for any.</param>
    /// <param name="window">Where it is looked for.</param>
    /// <param name="most">At most so many sentences.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<(Citation[] Quotes, double Confidence)> FindAsync(
        Space space, string subject, DigestSources? only, NewsWindow window, int most, CancellationToken cancellationToken)
    {
        TopicPattern topic = await ReadAsync(space, subject, cancellationToken);
        CandidateStories found = only is null
            ? await candidates.FindAsync(space, topic, window, most, cancellationToken)
            : only.Of(await candidates.FindAsync(space, topic, window, DigestSources.MostLookedThrough, cancellationToken), most);
        if (found.Stories.Count == 0)
        {
            return ([], 0);
        }

        int each = most / found.Stories.Count;
        ILookup<string, Citation> told = await TellAsync(space, found.Stories, topic, each, each, cancellationToken);
        ILookup<string, Citation> further = told.Count == found.Stories.Count ? told
            : await TellAsync(space, found.Stories, topic, Further, each, cancellationToken);
        Citation[] quotes = [.. found.Stories.Select(story => ArticleId.Format(story.Id)).SelectMany(story => told.Contains(story) ? told[story] : further[story])];
        return (quotes, quotes.Length == 0 ? 0 : found.Ranked[0].IsAbout ? About : Mentioned);
    }

    // Manchester United is not whatever has both words, as long as it is no topic of the space and no country.
    private async Task<TopicPattern> ReadAsync(Space space, string subject, CancellationToken cancellationToken)
    {
        TopicPattern topic = await topics.ReadAsync(space, subject, cancellationToken);
        bool isName = subject.Contains(' ', StringComparison.Ordinal) && Array.TrueForAll(subject.Split(' '), word => char.IsUpper(word[0]));
        return isName && !topic.IsDefined && topic.Names.Count == 0 ? TopicPattern.Of(subject, new TopicWords(subject, "")) : topic;
    }

    // By story, in reading order.
    private async Task<ILookup<string, Citation>> TellAsync(
        Space space, IReadOnlyList<StoryView> stories, TopicPattern topic, int sentences, int most, CancellationToken cancellationToken)
    {
        IReadOnlyList<DigestStory> quoted = await quoter.QuoteAsync(space, stories, topic.Query, sentences, cancellationToken);
        return quoted
            .SelectMany(story => story.Quotes.Where(quote => Tells(quote, topic)).Take(most).Select(quote => (story.Id, Quote: quote)))
            .ToLookup(own => own.Id, own => own.Quote);
    }

    // It has something of the subject, and its headline what it has not.
    private static bool Tells(Citation quote, TopicPattern topic)
    {
        TermVector sentence = TextAnalyzer.Vector("", quote.Text);
        TermVector headed = TextAnalyzer.Vector(quote.Article.Title, quote.Text);
        return topic.Any.Concat(topic.Names).Any(entry =>
            entry.Terms.Any(term => term.CountIn(sentence) > 0) && entry.Terms.All(term => term.CountIn(headed) > 0));
    }
}
