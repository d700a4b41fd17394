using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>Holds the ledger against what stands in the channels.</summary>
internal sealed record LedgerAudit(int Slots, int Delivered, int Superseded, int Parts, int Attempts, int Unsure, IReadOnlyList<string> Findings)
{
    /// <summary>Every slot that had to be, and every message that is.</summary>
    /// <param name="schedules">All that there are.</param>
    /// <param name="occurrences">Their slots.</param>
    /// <param name="parts">What was queued for the slots.</param>
    /// <param name="messages">How often each nonce stands in each channel; what the ledger explains is taken out.</param>
    /// <param name="slotsOfEach">How many slots each schedule had.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<LedgerAudit> RunAsync(
        IReadOnlyList<Schedule> schedules,
        OccurrenceStore occurrences,
        PostStore parts,
        Dictionary<(string Channel, string Nonce), int> messages,
        int slotsOfEach,
        CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        var audit = new LedgerAudit(0, 0, 0, 0, 0, 0, findings);
        foreach (Schedule schedule in schedules)
        {
            IReadOnlyList<Occurrence> slots = await occurrences.HistoryAsync(schedule.Id, 100, null, cancellationToken);
            if (slots.Count != slotsOfEach || slots.Select(slot => slot.Slot).Distinct().Count() != slotsOfEach)
            {
                findings.Add($"{schedule.Settings.Name} has {slots.Count} slots in its ledger and had {slotsOfEach}");
            }

            foreach (Occurrence slot in slots)
            {
                IReadOnlyList<Post> posts = await parts.OfOccurrenceAsync(slot.Id, cancellationToken);
                findings.AddRange(Judge(schedule, slot, slots, posts, messages));
                audit = audit with
                {
                    Slots = audit.Slots + 1,
                    Delivered = audit.Delivered + (slot.State == OccurrenceState.Delivered ? 1 : 0),
                    Superseded = audit.Superseded + (slot.Skipped == SkipReason.Superseded ? 1 : 0),
                    Parts = audit.Parts + posts.Count,
                    Attempts = audit.Attempts + posts.Sum(post => post.Attempts),
                    Unsure = audit.Unsure + posts.Sum(post => post.Unsure),
                };
            }
        }

        findings.AddRange(messages.Keys.Select(left => $"{left.Channel} has a message that no slot has queued"));
        return audit;
    }

    // Takes what it has explained out of the messages.
    private static IEnumerable<string> Judge(
        Schedule schedule, Occurrence slot, IReadOnlyList<Occurrence> all, IReadOnlyList<Post> posts, Dictionary<(string, string), int> messages)
    {
        bool later = all.Any(other => other.Due > slot.Due && other.State == OccurrenceState.Delivered);
        if (slot.State != OccurrenceState.Delivered && !(slot.Skipped == SkipReason.Superseded && later))
        {
            yield return $"{schedule.Settings.Name} {slot.Slot} is {slot.State} {slot.Skipped} {slot.Problem}";
        }

        if (slot.State == OccurrenceState.Delivered && (posts.Count == 0 || posts.Count != slot.Parts || slot.Delivered != slot.Parts))
        {
            yield return $"{schedule.Settings.Name} {slot.Slot} says {slot.Delivered} of {slot.Parts} parts and has {posts.Count}";
        }

        foreach (Post post in posts)
        {
            messages.Remove((schedule.Channel.Address.Id, Nonce.Of(post.Key)), out int times);
            if (times != 1)
            {
                yield return $"{post.Key} stands {times} times in its channel ({post.State}, {string.Join(", ", post.Trail.Select(entry => entry.Note))})";
            }
        }
    }
}
