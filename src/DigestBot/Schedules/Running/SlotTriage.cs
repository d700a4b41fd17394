using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules.Running;

/// <summary>Tells slots that are to be posted from those that are not any more, and what each of the former is served from.</summary>
internal sealed partial class SlotTriage(
    SpaceStore spaces,
    TopicStore topics,
    TasteReader tastes,
    SlotReaders readers,
    FollowedStoryFinder stories,
    IEnumerable<IChatAdapter> adapters,
    IOptions<ScheduleOptions> schedules,
    IOptions<DeliveryOptions> delivery,
    IOptions<DigestOptions> digests,
    TimeProvider clock,
    ILogger<SlotTriage> logger)
{
    private readonly Dictionary<ChatPlatform, IChatAdapter> _adapters = adapters.ToDictionary(adapter => adapter.Platform);

    public async Task<(IReadOnlyList<PreparedSlot> Ended, IReadOnlyList<SlotOrder> Orders)> SortAsync(
        IReadOnlyList<TakenOccurrence> taken, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<long, SlotReader> read = await readers.FindAsync(taken, cancellationToken);
        DateTimeOffset now = clock.GetUtcNow();
        long[] owners = [.. read.Values.Select(reader => reader.News.Id).Distinct()];
        IReadOnlyDictionary<long, string> outlooks = await spaces.OutlooksAsync(owners, cancellationToken);
        IReadOnlyDictionary<(long, string), TopicWords> defined = await topics.OfSpacesAsync(
            owners, taken.Select(slot => slot.Schedule.Settings.Topic).OfType<string>(), cancellationToken);
        IReadOnlyDictionary<TasteKey, SourceTaste> liked = await tastes.ReadAsync(
            [.. taken.Select(slot => TasteOf(slot, read[slot.Id], now))], cancellationToken);
        IReadOnlyDictionary<long, FollowedStory> followed = await FollowedAsync(read, cancellationToken);
        var ended = new List<PreparedSlot>();
        var orders = new List<SlotOrder>();
        foreach (TakenOccurrence slot in taken)
        {
            Sort(slot, read[slot.Id], new(outlooks, defined, liked, followed), now, ended, orders);
        }

        return (ended, orders);
    }

    // One slot with settings that nobody thought of must not stop the others, so this catches everything.
    private void Sort(
        TakenOccurrence slot, SlotReader reader, Views views, DateTimeOffset now, List<PreparedSlot> ended, List<SlotOrder> orders)
    {
        try
        {
            if ((EndOf(slot, now) ?? (reader.IsKnown ? null : SlotFailure.Unanswered(slot, now))) is { } end)
            {
                ended.Add(PreparedSlot.Ended(slot, end));
            }
            else
            {
                orders.Add(Order(slot, reader, views, now));
            }
        }
        catch (Exception exception)
        {
            LogNotSorted(exception, slot.Schedule.Id, slot.Slot);
            ended.Add(PreparedSlot.Ended(slot, SlotFailure.After(slot, exception, now)));
        }
    }

    // Whoever follows a topic has opinions of their own, wherever the news come from; how much publishers count is set there.
    private static TasteKey TasteOf(TakenOccurrence slot, SlotReader reader, DateTimeOffset now) =>
        new(slot.Schedule.Space.Id, reader.News.Id, slot.ByHand ? now : slot.Due);

    private OccurrenceEnd? EndOf(TakenOccurrence slot, DateTimeOffset now)
    {
        if (SlotCheck.Obstacle(slot, now, schedules.Value.Grace, delivery.Value.GiveUpAfter) is { } reason)
        {
            return new OccurrenceEnd.Skipped(reason);
        }

        ChannelRef address = slot.Schedule.Channel.Address;
        return _adapters.ContainsKey(address.Platform)
            ? SlotFailure.TooOften(slot)
            : new OccurrenceEnd.Failed($"This DigestBot is not connected to the platform of {address}; connect it, or move the schedule to another channel.");
    }

    private SlotOrder Order(TakenOccurrence slot, SlotReader reader, Views views, DateTimeOffset now)
    {
        ScheduleSettings settings = slot.Schedule.Settings;
        long space = reader.News.Id;
        TopicWords? words = settings.Topic is { } topic ? views.Topics.GetValueOrDefault((space, TopicStore.KeyOf(topic))) : null;
        SlotWindow window = SlotWindow.Of(slot, now);
        return new SlotOrder(
            slot,
            SlotCheck.IsLate(slot, now, schedules.Value.Grace),
            new EditionKey(
                views.Outlooks[space], settings.Topic, words, window.Looked, window.NewsSince, settings.Stories ?? digests.Value.MaxStories,
                views.Tastes[TasteOf(slot, reader, now)])
            {
                Story = settings.Story is null ? null : views.Stories.GetValueOrDefault(slot.Id, new(null, StoryTrace.None)),
            },
            _adapters[slot.Schedule.Channel.Address.Platform],
            reader);
    }

    // By slot: the stories that they bring, as those may see them who read them.
    private async Task<IReadOnlyDictionary<long, FollowedStory>> FollowedAsync(
        IReadOnlyDictionary<long, SlotReader> read, CancellationToken cancellationToken)
    {
        var followed = new Dictionary<long, FollowedStory>();
        foreach (IGrouping<long, KeyValuePair<long, SlotReader>> same in read.Where(slot => slot.Value.Story is not null).GroupBy(slot => slot.Value.News.Id))
        {
            KeyValuePair<long, SlotReader>[] slots = [.. same];
            IReadOnlyList<FollowedStory> found = await stories.ResolveAsync(
                slots[0].Value.News, [.. slots.Select(slot => slot.Value.Story!.Trace)], cancellationToken);
            foreach ((KeyValuePair<long, SlotReader> slot, FollowedStory story) in slots.Zip(found))
            {
                followed.Add(slot.Key, story);
            }
        }

        return followed;
    }

    /// <summary>What spaces see, what they mean by their topics, what their people think of sources, and which stories slots bring.</summary>
    private sealed record Views(
        IReadOnlyDictionary<long, string> Outlooks,
        IReadOnlyDictionary<(long SpaceId, string Key), TopicWords> Topics,
        IReadOnlyDictionary<TasteKey, SourceTaste> Tastes,
        IReadOnlyDictionary<long, FollowedStory> Stories);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slot {Slot} of schedule {Schedule} could not be read")]
    private partial void LogNotSorted(Exception exception, long schedule, string slot);
}
