using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Schedules.Running;

/// <summary>One composition, from which each channel gets what it was not shown yet.</summary>
/// <remarks>Safe to call concurrently. Channels that are left with the same sentences share one digest and its renderings.</remarks>
internal sealed class Edition
{
    // Beyond this, channels differ so much that remembering more would only cost memory.
    private const int MostCopies = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, EditionCopy> _copies = new(StringComparer.Ordinal);
    private readonly Digest _draft;
    private readonly int _stories;
    private readonly long[][] _keys;

    public Edition(Digest draft, int stories)
    {
        _draft = draft;
        _stories = stories;
        _keys = [.. draft.Stories.Select(story => (long[])[.. story.Quotes.Select(quote => SentenceKey.Of(quote.Text))])];
        Sentences = [.. _keys.SelectMany(keys => keys).Distinct()];
    }

    /// <summary>Every sentence that it could show.</summary>
    public IReadOnlyList<long> Sentences { get; }

    /// <summary>What a channel is shown that was shown these sentences; without stories when nothing is left.</summary>
    public EditionCopy Without(IReadOnlySet<long> shown)
    {
        List<(int Story, int[] Quotes)> picked = Pick(shown);
        string signature = string.Join(';', picked.Select(story => $"{story.Story}:{string.Join(',', story.Quotes)}"));
        lock (_gate)
        {
            if (!_copies.TryGetValue(signature, out EditionCopy? copy))
            {
                if (_copies.Count >= MostCopies)
                {
                    _copies.Clear();
                }

                _copies.Add(signature, copy = Print(picked));
            }

            return copy;
        }
    }

    private List<(int Story, int[] Quotes)> Pick(IReadOnlySet<long> shown)
    {
        var here = new HashSet<long>();
        var picked = new List<(int, int[])>();
        for (int story = 0; story < _keys.Length && picked.Count < _stories; story++)
        {
            int[] quotes = [.. Enumerable.Range(0, _keys[story].Length)
                .Where(quote => !shown.Contains(_keys[story][quote]) && here.Add(_keys[story][quote]))];
            if (quotes.Length > 0)
            {
                picked.Add((story, quotes));
            }
        }

        return picked;
    }

    private EditionCopy Print(List<(int Story, int[] Quotes)> picked)
    {
        DigestStory[] stories = [.. picked.Select(pick => Print(_draft.Stories[pick.Story], pick.Quotes))];
        long[] sentences = [.. picked.SelectMany(pick => pick.Quotes.Select(quote => _keys[pick.Story][quote]))];
        return new EditionCopy(DigestArchive.Seal(_draft with { Stories = stories }), sentences);
    }

    // Where one of two figures that differ was shown before, the other is just news.
    private static DigestStory Print(DigestStory story, int[] quotes) => story with
    {
        Quotes = (Citation[])[.. quotes.Select(quote => story.Quotes[quote])],
        Differing = quotes.Count(quote => quote >= story.Quotes.Count - story.Differing) == story.Differing ? story.Differing : 0,
    };
}
