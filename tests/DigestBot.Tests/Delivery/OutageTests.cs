using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Delivery;

/// <summary>While the store is down nothing is sent, and nothing is sent twice when it is back.</summary>
public abstract class OutageTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_post_is_taken_nothing_is_sent()
    {
        await using DeliveryRig rig = await DeliveryRig.StartImpatientAsync(provider);
        await rig.QueueAsync();

        await using (await StoreOutage.BeginAsync(rig.Bot))
        {
            await Assert.ThrowsAsync<StoreException>(() => rig.Node.Outbox.DrainAsync(ChatPlatform.Discord, Cancel));
        }

        Assert.Empty(rig.Scripted.Sent);
    }

    [Fact]
    public async Task After_it_was_taken_and_before_it_began_nothing_is_sent()
    {
        await using DeliveryRig rig = await DeliveryRig.StartImpatientAsync(provider);
        await rig.QueueAsync();
        TakenPost taken = await rig.TakeAsync();

        await using (await StoreOutage.BeginAsync(rig.Bot))
        {
            await Assert.ThrowsAsync<StoreException>(() => rig.Node.Sender.SendAsync(rig.Adapter, taken, rig.Gate));
        }

        Assert.Empty(rig.Scripted.Sent);
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, (await rig.TakeAsync()).Attempts);
    }

    [Fact]
    public async Task An_arrival_that_cannot_be_recorded_at_once_is_recorded_when_the_store_is_back_and_is_no_doubt()
    {
        await using DeliveryRig rig = await DeliveryRig.StartImpatientAsync(provider);
        Schedule schedule = await rig.QueueAsync();
        TakenPost taken = await rig.TakeAsync();
        StoreOutage? outage = null;
        rig.Scripted.Answer = async (_, _) =>
        {
            outage = await StoreOutage.BeginAsync(rig.Bot);
            return new DeliveryOutcome.Delivered("m1");
        };

        Task<bool> sending = rig.Node.Sender.SendAsync(rig.Adapter, taken, rig.Gate);
        await Eventually.TrueAsync(() => Task.FromResult(outage is not null), "the store is down");
        bool waits = !sending.IsCompleted;
        await outage!.DisposeAsync();
        await Eventually.TrueAsync(
            () =>
            {
                rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(sending.IsCompleted);
            },
            "the arrival is recorded");
        await sending;

        Post post = await rig.PartAsync(schedule);
        Assert.True(waits);
        Assert.Equal((PostState.Delivered, "m1", 0), (post.State, post.MessageId, post.Unsure));
        Assert.Single(rig.Scripted.Sent);
    }

    [Fact]
    public async Task An_arrival_that_could_not_be_recorded_within_the_lease_is_a_doubt_for_whoever_comes_next()
    {
        await using DeliveryRig rig = await DeliveryRig.StartImpatientAsync(provider);
        Schedule schedule = await rig.QueueAsync();
        TakenPost taken = await rig.TakeAsync();
        StoreOutage? outage = null;
        rig.Scripted.Answer = async (_, _) =>
        {
            outage = await StoreOutage.BeginAsync(rig.Bot);
            return new DeliveryOutcome.Delivered("m1");
        };

        Task<bool> sending = rig.Node.Sender.SendAsync(rig.Adapter, taken, rig.Gate);
        await Eventually.TrueAsync(() => Task.FromResult(outage is not null), "the store is down");
        await Eventually.TrueAsync(
            () =>
            {
                rig.Bot.Clock.Advance(TimeSpan.FromSeconds(20)); // a few tries within the lease, and each takes a second of ours
                return Task.FromResult(sending.IsCompleted);
            },
            "the sender gives up recording");
        await Assert.ThrowsAsync<StoreException>(() => sending);
        await outage!.DisposeAsync();
        bool requested = await rig.AttemptAsync();

        Assert.False(requested);
        Assert.Single(rig.Scripted.Sent);
        Assert.Equal(PostState.Unconfirmed, (await rig.PartAsync(schedule)).State);
    }
}

public sealed class SqliteOutageTests() : OutageTests("sqlite");

public sealed class PostgresOutageTests() : OutageTests("postgresql");
