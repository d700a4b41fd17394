using System.Runtime.InteropServices;

namespace DigestBot.Stories;

/// <summary>Finds the stories that share telling terms with an article, at a bounded cost.</summary>
internal sealed class StoryIndex
{
    // The rarest terms lead to the right story; following the others as well would only make the cost grow.
    private const int MaxFollowed = 600;
    private const int MaxCandidates = 8;

    private readonly Dictionary<uint, Postings> _storiesWith = [];
    private readonly List<StoryProfile> _touched = [];
    private readonly List<StoryProfile> _best = new(MaxCandidates);
    private int _search;

    public void Add(StoryProfile story, StoryTerms terms)
    {
        foreach (uint hash in terms.Hashes)
        {
            // A term that the story has already leads to it already.
            if (!story.Has(hash))
            {
                ref Postings? postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_storiesWith, hash, out _);
                (postings ??= new Postings()).Stories.Add(story);
            }
        }
    }

    /// <summary>Takes out a story that has no articles any more.</summary>
    public void Remove(StoryProfile story)
    {
        foreach (uint hash in story.Hashes)
        {
            // Looking for it in a long list each time would cost more than passing it by until half of the list is gone.
            Postings postings = _storiesWith[hash];
            if (++postings.Gone * 2 >= postings.Stories.Count)
            {
                postings.Stories.RemoveAll(static entry => entry.Articles.Count == 0);
                postings.Gone = 0;
                if (postings.Stories.Count == 0)
                {
                    _storiesWith.Remove(hash);
                }
            }
        }
    }

    /// <summary>The stories that share most of the article's weight, most first; valid until the next call.</summary>
    public IReadOnlyList<StoryProfile> Candidates(StoryTerms terms)
    {
        _search++;
        _touched.Clear();
        foreach ((List<StoryProfile> stories, float weight) in RarestFirst(terms))
        {
            foreach (StoryProfile story in stories)
            {
                Touch(story, weight);
            }
        }

        return Best();
    }

    // Thousands are touched and few are kept: keeping those in order is cheaper than sorting all.
    private List<StoryProfile> Best()
    {
        _best.Clear();
        foreach (StoryProfile story in _touched)
        {
            int place = _best.Count;
            while (place > 0 && IsBefore(story, _best[place - 1]))
            {
                place--;
            }

            if (place < MaxCandidates)
            {
                if (_best.Count == MaxCandidates)
                {
                    _best.RemoveAt(MaxCandidates - 1);
                }

                _best.Insert(place, story);
            }
        }

        return _best;
    }

    private static bool IsBefore(StoryProfile left, StoryProfile right) =>
        left.Overlap != right.Overlap ? left.Overlap > right.Overlap : left.Id < right.Id;

    private IEnumerable<(List<StoryProfile> Stories, float Weight)> RarestFirst(StoryTerms terms)
    {
        var found = new List<(List<StoryProfile> Stories, float Weight)>(terms.Hashes.Length);
        for (int i = 0; i < terms.Hashes.Length; i++)
        {
            if (_storiesWith.TryGetValue(terms.Hashes[i], out Postings? postings))
            {
                found.Add((postings.Stories, terms.Weights[i]));
            }
        }

        found.Sort(static (left, right) => left.Stories.Count.CompareTo(right.Stories.Count));
        int followed = 0;
        return found.TakeWhile(entry => (followed += entry.Stories.Count) <= MaxFollowed);
    }

    private void Touch(StoryProfile story, float weight)
    {
        if (story.Articles.Count == 0)
        {
            return;
        }

        if (story.Search != _search)
        {
            (story.Search, story.Overlap) = (_search, 0);
            _touched.Add(story);
        }

        story.Overlap += weight;
    }

    private sealed class Postings
    {
        public List<StoryProfile> Stories { get; } = [];

        public int Gone { get; set; }
    }
}
