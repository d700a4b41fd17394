using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

/// <summary>What is for one person waits until their quiet hours end, and comes once.</summary>
public abstract class RestTests(string provider) : IAsyncLifetime
{
    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    private DeliveryRig _rig = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DirectChatStore Chats => _rig.Bot.Get<DirectChatStore>();

    // The clock begins at 08:00 in Paris.
    public async ValueTask InitializeAsync()
    {
        _rig = await DeliveryRig.StartAsync(provider);
        Channel channel = await _rig.Ledger.ChannelAsync();
        await Chats.KeepAsync(_rig.Bot.Operator, channel.Address, ("discord:77", "Europe/Paris", null), Cancel);
        await Chats.SetQuietAsync("discord:77", Night, Cancel);
    }

    [Fact]
    public async Task At_night_nothing_is_sent_and_in_the_morning_all_of_it_once_though_its_time_was_shorter()
    {
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(14));
        Schedule first = await _rig.QueueAsync();
        Schedule second = await _rig.QueueAsync();

        Assert.Equal(0, await DrainAsync());
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(9) - TimeSpan.FromSeconds(10));
        Assert.Equal(0, await DrainAsync());
        Assert.Empty(_rig.Scripted.Sent);
        Assert.Equal((PostState.Ready, 0), ((await _rig.PartAsync(first)).State, (await _rig.PartAsync(first)).Attempts));

        _rig.Bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await DrainAsync();
        await DrainAsync();

        Assert.Equal(2, _rig.Scripted.Sent.Count);
        Assert.Equal(OccurrenceState.Delivered, (await _rig.OccurrenceAsync(first)).State);
        Assert.Equal(OccurrenceState.Delivered, (await _rig.OccurrenceAsync(second)).State);
    }

    [Fact]
    public async Task What_fails_in_the_evening_is_tried_again_in_the_morning()
    {
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(14) - TimeSpan.FromMinutes(1));
        Schedule schedule = await _rig.QueueAsync();
        _rig.Scripted.Answer = (_, _) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.RetryLater("Busy.", TimeSpan.FromMinutes(5)));
        await _rig.AttemptAsync();
        _rig.Scripted.Answer = (part, _) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(part.Nonce));

        _rig.Bot.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, await DrainAsync());
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(9));
        await DrainAsync();

        Assert.Equal(2, _rig.Scripted.Sent.Count);
        Assert.Equal(OccurrenceState.Delivered, (await _rig.OccurrenceAsync(schedule)).State);
    }

    [Fact]
    public async Task Whoever_takes_the_hours_back_need_not_wait_for_their_end()
    {
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(15));
        await _rig.QueueAsync();
        Assert.Equal(0, await DrainAsync());

        await Chats.SetQuietAsync("discord:77", null, Cancel);

        Assert.Equal(1, await DrainAsync());
    }

    [Fact]
    public async Task Another_zone_moves_the_hours()
    {
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(15));
        await _rig.QueueAsync();
        Assert.Equal(0, await DrainAsync());

        await Chats.SetZoneAsync("discord:77", "America/New_York", Cancel);

        Assert.Equal(1, await DrainAsync());
    }

    [Fact]
    public async Task Others_are_written_to_at_any_hour()
    {
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(15));
        await _rig.QueueAsync("discord:2");

        Assert.Equal(1, await DrainAsync());
    }

    [Fact]
    public async Task What_is_unfollowed_at_night_does_not_come_in_the_morning()
    {
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(15));
        Schedule schedule = await _rig.QueueAsync();
        await DrainAsync();

        await _rig.Ledger.WriteAsync(transaction => _rig.Ledger.Schedules.RemoveAsync(transaction, schedule.Id));
        _rig.Bot.Clock.Advance(TimeSpan.FromHours(10));

        Assert.Equal(0, await DrainAsync());
    }

    [Fact]
    public async Task Whoever_closes_the_conversation_is_not_written_to_until_they_open_it()
    {
        Schedule schedule = await _rig.QueueAsync();
        _rig.Scripted.Answer = (_, _) =>
            Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Rejected("Closed.", ChannelLost: true) { ByReader = true });

        await _rig.AttemptAsync();

        Assert.Equal(OccurrenceState.Failed, (await _rig.OccurrenceAsync(schedule)).State);
        Assert.True((await Chats.FindAsync("discord:77", Cancel))!.Channel.IsParked);
        _rig.Bot.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await _rig.Ledger.Channels.TakeParkedAsync(10, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // One by one: the pump would wait for the pace on a clock that stands still.
    private async Task<int> DrainAsync()
    {
        int sent = 0;
        while (await _rig.Node.TakeAsync(DigestBot.Chat.ChatPlatform.Discord, Cancel) is { Count: > 0 } taken)
        {
            foreach (TakenPost post in taken)
            {
                sent += await _rig.Node.Sender.SendAsync(_rig.Adapter, post, _rig.Gate) ? 1 : 0;
            }

            _rig.Bot.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        return sent;
    }
}

public sealed class SqliteRestTests() : RestTests("sqlite");

public sealed class PostgresRestTests() : RestTests("postgresql");
