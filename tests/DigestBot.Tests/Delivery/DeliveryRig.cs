using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Store;

namespace DigestBot.Tests.Delivery;

/// <summary>One node, one scripted platform and a store: what a test of one attempt needs.</summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    private const string Slot = "2026-03-01/0";

    private int _slots;

    private DeliveryRig(TestBot bot, DeliveryOptions? options, IChatAdapter adapter)
    {
        Bot = bot;
        Ledger = new Ledger(bot);
        Adapter = adapter;
        Node = new DeliveryNode(bot, options, adapters: adapter);
    }

    public TestBot Bot { get; }

    public Ledger Ledger { get; }

    public IChatAdapter Adapter { get; }

    public ScriptedAdapter Scripted => (ScriptedAdapter)Adapter;

    public DeliveryNode Node { get; }

    /// <summary>One that is always open.</summary>
    public DepartureGate Gate => new(TimeSpan.Zero, Bot.Clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<DeliveryRig> StartAsync(string provider, ChatLimits? limits = null, DeliveryOptions? options = null) =>
        StartAsync(provider, new ScriptedAdapter(ChatPlatform.Discord, limits ?? Samples.Bare), options);

    public static async Task<DeliveryRig> StartAsync(string provider, IChatAdapter adapter, DeliveryOptions? options = null) =>
        new(await TestBot.StartAsync(provider, Cancel), options, adapter);

    /// <summary>Waits only shortly for a store that is locked, so that an outage is one at once.</summary>
    public static async Task<DeliveryRig> StartImpatientAsync(string provider, ChatLimits? limits = null) => new(
        await TestBot.StartAsync(provider, Cancel, new KeyValuePair<string, string?>("Store:BusyTimeout", "00:00:00.100")),
        null,
        new ScriptedAdapter(ChatPlatform.Discord, limits ?? Samples.Bare));

    /// <summary>A composed slot of a schedule of its own, with its parts in the outbox.</summary>
    public async Task<Schedule> QueueAsync(string channel = "discord:1", int parts = 1, string origin = "discord:9")
    {
        int number = ++_slots;
        Schedule schedule = await Ledger.ScheduleAsync($"Schedule {number}", await Ledger.ChannelAsync(channel), origin);
        await Ledger.QueueAsync(schedule, Slot, parts);
        return schedule;
    }

    /// <summary>Takes the one post that may go, and makes one attempt.</summary>
    public async Task<bool> AttemptAsync() => await Node.Sender.SendAsync(Adapter, await TakeAsync(), Gate);

    public async Task<TakenPost> TakeAsync() => Assert.Single(await Node.TakeAsync(ChatPlatform.Discord, Cancel));

    public async Task<Occurrence> OccurrenceAsync(Schedule schedule) => await Ledger.OccurrenceAsync(schedule, Slot);

    /// <summary>A part as it stands in the outbox.</summary>
    public async Task<Post> PartAsync(Schedule schedule, int part = 1) =>
        (await Ledger.Posts.OfOccurrenceAsync((await OccurrenceAsync(schedule)).Id, Cancel))[part - 1];

    public Task<OutboxState> StateAsync() => Ledger.Posts.StateAsync(null, Cancel);

    public async ValueTask DisposeAsync()
    {
        Node.Dispose();
        await Bot.DisposeAsync();
    }
}
