using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Schedules.Running;

/// <summary>A story of an edition, with all that channels can be shown of it.</summary>
internal sealed class EditionStory
{
    private readonly DigestStory _story;
    private readonly StoryPast _past;
    private readonly string? _topic;
    private readonly Citation[] _quotes; // the story's own, then spare ones
    private readonly long[] _keys;
    private readonly Lazy<SentenceContent[]> _contents;


    /// <param name="story">As it is composed.</param>
    /// <param name="past">What came before.</param>
    /// <param name="topic">That of its edition.</param>
    public EditionStory(DigestStory story, StoryPast past, string? topic)
    {
        _story = story;
        _past = past;
        _topic = topic;
        _quotes = [.. story.Quotes, .. past.Spare];
        _keys = [.. _quotes.Select(quote => SentenceKey.Of(quote.Text))];
        _contents = new(() => [.. _quotes.Select(quote => new SentenceContent(quote.Text))]);
    }

    public IReadOnlyList<long> Keys => _keys;

    /// <summary>Ids of all its articles.</summary>
    public IEnumerable<long> Articles => _past.Articles;

    /// <summary>What is left for a channel.</summary>
    /// <param name="shown">Sentences that it was shown.</param>
    /// <param name="past">What else is known of it.</param>
    /// <param name="here">Sentences of the stories above; those of this one are added.</param>
    /// <param name="allowance">What the digest quotes; the quotes of this story are added.</param>
    /// <returns>Null when nothing is left.</returns>
    public EditionPick? Pick(IReadOnlySet<long> shown, ChannelPast past, HashSet<long> here, QuoteAllowance allowance)
    {
        bool isUpdate = past.Knows(_past.Articles);
        IReadOnlyList<SentenceContent> told = isUpdate ? past.Told(_past.Articles) : [];
        DateTimeOffset last = isUpdate ? past.LastTold(_past.Articles, _topic) : DateTimeOffset.MinValue;
        List<int> quotes = [.. Enumerable.Range(0, _story.Quotes.Count).Where(IsNew)];
        if (isUpdate && quotes.Count < _story.Quotes.Count)
        {
            quotes.AddRange(Enumerable.Range(_story.Quotes.Count, _past.Spare.Count).Where(IsNew).Take(_story.Quotes.Count - quotes.Count));
        }

        return quotes.Count > 0 ? new EditionPick(this, [.. quotes], isUpdate) : null;

        bool IsNew(int quote) => !shown.Contains(_keys[quote])
            && (!isUpdate || IsNews(ToldStory.ArticleOf(_quotes[quote])))
            && !told.Any(_contents.Value[quote].Repeats)
            && !here.Contains(_keys[quote])
            && allowance.TryAdd(_past.MostQuoted(_quotes[quote]), _quotes[quote])
            && here.Add(_keys[quote]);

        // What a channel is told of a story again is never the rest of what it was told by: windows overlap, and schedules share channels.
        bool IsNews(long article) => !past.WasShown(article) && StoryPast.CameAfter(last, article, _past.Came);
    }

    /// <summary>The story with these of its quotes.</summary>
    public DigestStory Print(EditionPick pick)
    {
        // Where one of two figures that differ was shown before, the other is just news.
        int[] pair = [.. pick.Quotes.Where(IsDiffering)];
        int differing = pair.Length == _story.Differing ? pair.Length : 0;
        return _story with
        {
            Quotes = pick.Quotes.Any(quote => quote >= _story.Quotes.Count)
                ? [.. InReadingOrder(differing > 0 ? pick.Quotes.Except(pair) : pick.Quotes), .. differing > 0 ? pair.Select(quote => _quotes[quote]) : []]
                : [.. pick.Quotes.Select(quote => _quotes[quote])],
            Differing = differing,
            UpdateDay = pick.IsUpdate ? _past.Day : 0,
        };
    }

    public IEnumerable<ShownQuote> Shown(EditionPick pick) =>
        pick.Quotes.Select(quote => new ShownQuote(_keys[quote], ToldStory.ArticleOf(_quotes[quote])));

    private bool IsDiffering(int quote) => quote < _story.Quotes.Count && quote >= _story.Quotes.Count - _story.Differing;

    private IEnumerable<Citation> InReadingOrder(IEnumerable<int> quotes) =>
        quotes.Select(quote => _quotes[quote]).OrderBy(ToldStory.ArticleOf).ThenBy(quote => quote.Start);
}
