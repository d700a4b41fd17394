using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Writes what becomes of slots, with their posts, in one transaction for all of them.</summary>
internal sealed class SlotWriter(
    Database database,
    OccurrenceStore occurrences,
    PostStore posts,
    ShownStore shown,
    ScheduleStore schedules,
    DigestArchive archive,
    ConversationStore conversations,
    ITimetable timetable,
    PostBell bell,
    SlotMetrics metrics,
    TimeProvider clock)
{
    /// <summary>Writes all of them or, where it says so, none.</summary>
    public async Task<Written> WriteAsync(IReadOnlyList<PreparedSlot> slots, CancellationToken cancellationToken)
    {
        if (slots.Count == 0)
        {
            return Written.All;
        }

        try
        {
            await database.InTransactionAsync(
                async transaction =>
                {
                    await EndAsync(transaction, slots);
                    await PostAsync(transaction, [.. slots.Where(slot => slot.Posts.Count > 0)]);
                    await EndFollowsAsync(transaction, [.. slots.Where(slot => slot.Farewell is not null)], cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (UndoException undo)
        {
            foreach (long _ in undo.Why.Lost)
            {
                metrics.Lost();
            }

            return undo.Why;
        }

        Tell(slots);
        return Written.All;
    }

    private async Task EndAsync(StoreTransaction transaction, IReadOnlyList<PreparedSlot> slots)
    {
        var lost = new HashSet<long>();
        foreach (PreparedSlot slot in slots.OrderBy(slot => slot.Slot.Id))
        {
            if (!await occurrences.EndAsync(transaction, slot.Slot, slot.End))
            {
                lost.Add(slot.Slot.Id);
            }
        }

        if (lost.Count > 0)
        {
            throw new UndoException(new Written(lost, ShownMeanwhile: false));
        }
    }

    private async Task PostAsync(StoreTransaction transaction, IReadOnlyList<PreparedSlot> slots)
    {
        if (slots.Count == 0)
        {
            return;
        }

        // Another node may have shown a channel the same through another schedule since it was looked up.
        ShownSentence[] sentences = [.. slots.SelectMany(slot => slot.Copy!.Sentences.Select(quote => Shown(slot, quote)))];
        ShownSentence[] instead = [.. slots.SelectMany(slot => slot.Copy!.Corrected.Select(correction => correction.Now).OfType<ShownQuote>()
            .Except(slot.Copy!.Sentences).Select(quote => Shown(slot, quote) with { MayBeKnown = true }))];
        ShownSentence[] corrected = [.. slots.SelectMany(slot => slot.Copy!.Corrected.Select(
            correction => new ShownSentence(slot.Slot.Schedule.Channel.Id, correction.Sentence, slot.Slot.Id)))];
        if (await shown.AddAsync(transaction, [.. sentences, .. instead]) < sentences.Length
            || await shown.CorrectAsync(transaction, corrected) < corrected.Length)
        {
            throw new UndoException(new Written(new HashSet<long>(), ShownMeanwhile: true));
        }

        foreach (IGrouping<EditionCopy, PreparedSlot> same in slots.GroupBy(slot => slot.Copy!))
        {
            await archive.AddAsync(transaction, [.. same.Select(slot => slot.Slot.Schedule.Space.Id).Distinct()], same.Key.Digest);
            if (!same.Key.IsEmpty)
            {
                await conversations.ShowAsync(transaction, Places(same), same.Key.Digest.Id);
            }
        }

        await posts.AddAsync(transaction, [.. slots.SelectMany(slot => slot.Posts)]);

        // A post that somebody asked for in between must not leave less for the next one of the timetable.
        await schedules.CoveredAsync(
            transaction, [.. slots.Where(slot => !slot.Slot.ByHand).Select(slot => (slot.Slot.Schedule.Id, slot.Slot.Due))]);
    }

    // Whoever has ended it meanwhile themselves is told nothing.
    private async Task EndFollowsAsync(StoreTransaction transaction, IReadOnlyList<PreparedSlot> slots, CancellationToken cancellationToken)
    {
        foreach (PreparedSlot slot in slots.OrderBy(slot => slot.Slot.Schedule.Id))
        {
            if (await schedules.LockAsync(transaction, slot.Slot.Schedule.Id) is { } follow)
            {
                await schedules.RemoveAsync(transaction, follow.Id);
                await posts.AddAsync(transaction, [slot.Farewell!]);
                await timetable.SetAsync(transaction, new ScheduleAlarm(follow.Id, null, 0), cancellationToken);
            }
        }
    }

    private static ShownSentence Shown(PreparedSlot slot, ShownQuote quote) =>
        new(slot.Slot.Schedule.Channel.Id, quote.Sentence, slot.Slot.Id) { ArticleId = quote.ArticleId };

    private static (long SpaceId, string Channel)[] Places(IEnumerable<PreparedSlot> slots) =>
        [.. slots.Select(slot => (slot.Slot.Schedule.Space.Id, slot.Slot.Schedule.Channel.Address.ToString())).Distinct()];

    private void Tell(IReadOnlyList<PreparedSlot> slots)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (PreparedSlot slot in slots)
        {
            metrics.Ended(slot.Slot, slot.End, now);
        }

        if (slots.Any(slot => slot.Posts.Count > 0 || slot.Farewell is not null))
        {
            bell.Ring();
        }

        if (slots.Any(slot => slot.Farewell is not null))
        {
            timetable.Changed();
        }
    }

    /// <summary>Leaves a transaction so that nothing of it happens.</summary>
    private sealed class UndoException(Written why) : Exception
    {
        public Written Why { get; } = why;
    }
}
