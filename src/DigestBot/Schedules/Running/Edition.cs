using DigestBot.Digests;

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
    private readonly int _most;
    private readonly EditionStory[] _stories;

    public Edition(Draft draft, int stories)
    {
        _draft = draft.Digest;
        _most = stories;
        Last = draft.Last;
        _stories = [.. draft.Digest.Stories.Zip(draft.Pasts, (story, past) => new EditionStory(story, past, draft.Digest.Topic))];
        Sentences = [.. _stories.SelectMany(story => story.Keys).Distinct()];
        Articles = [.. _stories.SelectMany(story => story.Articles).Distinct()];
    }

    /// <summary>Every sentence that it could show.</summary>
    public IReadOnlyList<long> Sentences { get; }

    /// <summary>Where it is about a story that is followed: the newest that may be seen of that; null where nothing may.</summary>
    public LastReport? Last { get; }

    /// <summary>Ids of every article of its stories.</summary>
    public IReadOnlyList<long> Articles { get; }

    /// <summary>What a channel is shown; without stories when nothing is left.</summary>
    /// <param name="shown">Sentences that it was shown.</param>
    /// <param name="past">What else is known of it.</param>
    /// <param name="corrections">What it is told of sentences that it was shown, if anything.</param>
    public EditionCopy Without(IReadOnlySet<long> shown, ChannelPast past, SlotCorrections? corrections = null)
    {
        corrections ??= SlotCorrections.None;
        List<EditionPick> picked = Pick(shown, past, corrections);
        string signature = string.Join(
            ';', picked.Select(pick => $"{Array.IndexOf(_stories, pick.Story)}:{string.Join(',', pick.Quotes)}{(pick.IsUpdate ? "+" : "")}").Append(corrections.Signature));
        lock (_gate)
        {
            if (!_copies.TryGetValue(signature, out EditionCopy? copy))
            {
                if (_copies.Count >= MostCopies)
                {
                    _copies.Clear();
                }

                _copies.Add(signature, copy = Print(picked, corrections));
            }

            return copy;
        }
    }

    // What stands beside a corrected sentence is not told again below it, unless nothing else is new: without news there may be no digest.
    private List<EditionPick> Pick(IReadOnlySet<long> shown, ChannelPast past, SlotCorrections corrections)
    {
        List<EditionPick> picked = Pick(shown, past, corrections, [.. corrections.Told.Select(told => told.Now).OfType<ShownQuote>().Select(quote => quote.Sentence)]);
        return picked.Count > 0 || corrections.Told.Count == 0 ? picked : Pick(shown, past, corrections, here: []);
    }

    private List<EditionPick> Pick(IReadOnlySet<long> shown, ChannelPast past, SlotCorrections corrections, HashSet<long> here)
    {
        var allowance = new QuoteAllowance();
        allowance.Add(corrections.Told.SelectMany(told => told.Correction.Quotes));
        return [.. _stories.Select(story => story.Pick(shown, past, here, allowance)).OfType<EditionPick>().Take(_most)];
    }

    private EditionCopy Print(List<EditionPick> picked, SlotCorrections corrections) => new(
        DigestArchive.Seal(_draft with
        {
            Stories = [.. picked.Select(pick => pick.Story.Print(pick))],
            Corrections = corrections.Told.Count > 0 ? [.. corrections.Told.Select(told => told.Correction)] : null,
            MoreCorrections = corrections.More,
        }),
        [.. picked.SelectMany(pick => pick.Story.Shown(pick))],
        corrections.Told);
}
