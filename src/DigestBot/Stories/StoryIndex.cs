using System.Runtime.InteropServices;

namespace DigestBot.Stories;

/// <summary>Finds the stories that share telling terms with an article, at a bounded cost.</summary>
internal sealed class StoryIndex
{
    // The rarest terms lead to the right story; following the others as well would only make the cost grow.
    private const int MaxFollowed = 1500;
    private const int MaxCandidates = 12;

    private readonly Dictionary<uint, List<StoryProfile>> _storiesWith = [];
    private readonly List<StoryProfile> _touched = [];
    private int _search;

    public void Add(StoryProfile story, StoryTerms terms)
    {
        foreach (uint hash in terms.Hashes)
        {
            // A term that the story has already leads to it already.
            if (!story.Has(hash))
            {
                ref List<StoryProfile>? stories = ref CollectionsMarshal.GetValueRefOrAddDefault(_storiesWith, hash, out _);
                (stories ??= []).Add(story);
            }
        }
    }

    public void Remove(StoryProfile story)
    {
        foreach (uint hash in story.Hashes)
        {
            if (_storiesWith.TryGetValue(hash, out List<StoryProfile>? stories) && stories.Remove(story) && stories.Count == 0)
            {
                _storiesWith.Remove(hash);
            }
        }
    }

    /// <summary>The stories that share most of the article's weight, in no particular order.</summary>
    public IEnumerable<StoryProfile> Candidates(StoryTerms terms)
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

        _touched.Sort(static (left, right) =>
            left.Overlap != right.Overlap ? right.Overlap.CompareTo(left.Overlap) : left.Id.CompareTo(right.Id));
        return _touched.Take(MaxCandidates);
    }

    private IEnumerable<(List<StoryProfile> Stories, float Weight)> RarestFirst(StoryTerms terms)
    {
        var found = new List<(List<StoryProfile> Stories, float Weight)>(terms.Hashes.Length);
        for (int i = 0; i < terms.Hashes.Length; i++)
        {
            if (_storiesWith.TryGetValue(terms.Hashes[i], out List<StoryProfile>? stories))
            {
                found.Add((stories, terms.Weights[i]));
            }
        }

        found.Sort(static (left, right) => left.Stories.Count.CompareTo(right.Stories.Count));
        int followed = 0;
        return found.TakeWhile(entry => (followed += entry.Stories.Count) <= MaxFollowed);
    }

    private void Touch(StoryProfile story, float weight)
    {
        if (story.Search != _search)
        {
            (story.Search, story.Overlap) = (_search, 0);
            _touched.Add(story);
        }

        story.Overlap += weight;
    }
}
