using System.Globalization;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules.Running;

/// <summary>Makes each channel's posts from one edition: without what the channel was shown, laid out for its platform.</summary>
internal sealed partial class SlotPrinter(
    ShownStore shown,
    ChannelPastReader pasts,
    CorrectionReader corrections,
    IOptions<ScheduleOptions> schedules,
    IOptions<DeliveryOptions> delivery,
    IOptions<ChatOptions> chat,
    TimeProvider clock,
    ILogger<SlotPrinter> logger)
{
    /// <summary>Orders of one channel may stand beside each other: the later is not shown what the earlier shows.</summary>
    public async Task<IReadOnlyList<PreparedSlot>> PrintAsync(IReadOnlyList<ServedOrder> orders, CancellationToken cancellationToken)
    {
        long[] channels = [.. orders.Select(order => order.ChannelId).Distinct()];
        long[] sentences = [.. orders.Select(order => order.Edition).Distinct().SelectMany(edition => edition.Sentences).Distinct()];
        ILookup<long, long> before = await shown.FindAsync(channels, sentences, cancellationToken);
        Dictionary<long, HashSet<long>> seen = channels.ToDictionary(channel => channel, channel => before[channel].ToHashSet());
        IReadOnlyDictionary<long, ChannelPast> past = await pasts.ReadAsync(orders, cancellationToken);
        IReadOnlyDictionary<long, IReadOnlyList<ShownCorrection>> corrected = await corrections.ReadAsync(orders, cancellationToken);
        Dictionary<long, HashSet<long>> told = channels.ToDictionary(channel => channel, _ => new HashSet<long>());
        return [.. orders.Select(order => Print(
            order.Order, order.Edition, new(seen[order.ChannelId], past[order.ChannelId], corrected[order.SlotId], told[order.ChannelId])))];
    }

    // One slot that cannot be laid out must not stop the others, so this catches everything.
    private PreparedSlot Print(SlotOrder order, Edition edition, Memory memory)
    {
        DateTimeOffset now = clock.GetUtcNow();
        EditionCopy copy = edition.Without(memory.Seen, memory.Past, memory.Corrections());
        if (copy.IsEmpty && order.Slot.Schedule.Settings.IfEmpty == IfEmpty.Skip && !order.Slot.ByHand)
        {
            return StoryFarewell.Of(order, edition, schedules.Value.StoryQuiet, ReaderOf(order), now + delivery.Value.GiveUpAfter)
                ?? PreparedSlot.Ended(order.Slot, new OccurrenceEnd.Skipped(SkipReason.Empty));
        }

        try
        {
            IReadOnlyList<string> bodies = copy.Lay(order.Adapter, ReaderOf(order), order.Slot.Due, order.Late);
            var end = new OccurrenceEnd.Queued(copy.Digest.Id, bodies.Count);
            memory.Add(copy);
            return new PreparedSlot(order.Slot, end, copy, [.. bodies.Select((body, index) => Post(order.Slot, copy, body, index + 1, bodies.Count, now))]);
        }
        catch (Exception exception)
        {
            LogNotLaidOut(exception, order.Slot.Schedule.Id, order.Slot.Slot);
            return PreparedSlot.Ended(order.Slot, SlotFailure.After(order.Slot, exception, now));
        }
    }

    // Nobody is called because there is nothing new, and nobody is called twice.
    private NewPost Post(TakenOccurrence slot, EditionCopy copy, string body, int part, int parts, DateTimeOffset now) => new(
        string.Create(CultureInfo.InvariantCulture, $"{slot.Schedule.Id}/{slot.Slot}/{part}"),
        slot.Id,
        slot.Schedule.Channel,
        part,
        parts,
        body,
        part == 1 && !copy.IsEmpty ? slot.Schedule.Settings.MentionRole : null,
        PostDeadline.Of(slot, now, delivery.Value.GiveUpAfter, schedules.Value.Grace));

    private Reader ReaderOf(SlotOrder order) => Reader.In(
        Phrases.Find(order.Reader.Language ?? order.Slot.Schedule.Space.Language ?? chat.Value.Language) ?? Phrases.English,
        order.Slot.Schedule.Settings.Zone,
        clock);

    /// <summary>What a channel was shown and told, to which each of its slots adds.</summary>
    private sealed record Memory(HashSet<long> Seen, ChannelPast Past, IReadOnlyList<ShownCorrection> Found, HashSet<long> Told)
    {
        public SlotCorrections Corrections() => SlotCorrections.Of([.. Found.Where(correction => !Told.Contains(correction.Sentence))]);

        public void Add(EditionCopy copy)
        {
            Seen.UnionWith(copy.Sentences.Concat(copy.Corrected.Select(correction => correction.Now).OfType<ShownQuote>()).Select(quote => quote.Sentence));
            Past.Add(copy);
            Told.UnionWith(copy.Corrected.Select(correction => correction.Sentence));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Slot {Slot} of schedule {Schedule} could not be laid out")]
    private partial void LogNotLaidOut(Exception exception, long schedule, string slot);
}
