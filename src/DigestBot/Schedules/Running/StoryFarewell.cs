using System.Globalization;
using DigestBot.Chat;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Ends what somebody follows where a story has been quiet for long, and says so once.</summary>
internal static class StoryFarewell
{
    /// <summary>Null where it goes on.</summary>
    /// <param name="order">A slot without news.</param>
    /// <param name="edition">What there is of the story.</param>
    /// <param name="quiet">So long a story has to be without news.</param>
    /// <param name="reader">Who is told.</param>
    /// <param name="giveUpAt">Until when they may be told.</param>
    public static PreparedSlot? Of(SlotOrder order, Edition edition, TimeSpan quiet, Reader reader, DateTimeOffset giveUpAt)
    {
        Schedule schedule = order.Slot.Schedule;
        DateTimeOffset last = ((DateTimeOffset?[])[schedule.CreatedAt, schedule.CoveredUntil, edition.Last?.At]).Max()!.Value;
        if (order.Wanted.Story is null || reader.Clock.GetUtcNow() - last < quiet)
        {
            return null;
        }

        string days = reader.Days(quiet);
        string sentence = edition.Last?.Headline is { } headline ? reader.Phrases.FollowStoryOver(headline, days) : reader.Phrases.FollowStoryOverUnseen(days);
        var post = new NewPost(
            string.Create(CultureInfo.InvariantCulture, $"{schedule.Id}/over"),
            OccurrenceId: null,
            schedule.Channel,
            Part: 1,
            Parts: 1,
            order.Adapter.Lay(sentence, reader),
            MentionRole: null,
            giveUpAt);
        return PreparedSlot.Ended(order.Slot, new OccurrenceEnd.Skipped(SkipReason.Empty)) with { Farewell = post };
    }
}
