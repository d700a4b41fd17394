using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

/// <summary>A channel that is gone, or forbids us.</summary>
public abstract class ParkingTests(string provider)
{
    private static readonly DeliveryOutcome Lost = new DeliveryOutcome.Rejected("The channel was deleted.", ChannelLost: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_parked_after_a_few_refusals_and_its_managers_are_told_once()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        rig.Scripted.Answer = (part, _) => Task.FromResult(
            part.Channel.Id == "1" ? Lost : new DeliveryOutcome.Delivered("m"));

        for (int refusal = 1; refusal <= 4; refusal++)
        {
            await rig.QueueAsync();
            await AttemptAllAsync(rig);
        }

        OutboxState state = await rig.StateAsync();
        Channel parked = Assert.Single(state.Parked);
        Assert.Equal(("discord:1", "The channel was deleted."), (parked.Address.ToString(), parked.ParkedReason));
        Assert.Equal(3, rig.Scripted.Sent.Count(part => part.Channel.Id == "1"));
        OutgoingPart notice = Assert.Single(rig.Scripted.Sent, part => part.Channel.Id == "9");
        Assert.Equal(
            "Digests can no longer be posted in discord:1, so they are held back there: The channel was deleted. "
            + "When that is mended, post one by hand with schedule run-now; that opens the channel again.",
            notice.Body);
        Assert.Contains(state.DeadLetters, letter => letter.Reason == "The channel is parked: The channel was deleted.");
    }

    [Fact]
    public async Task A_delivery_in_between_starts_the_count_again()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        foreach (DeliveryOutcome outcome in new[] { Lost, Lost, new DeliveryOutcome.Delivered("m"), Lost, Lost })
        {
            rig.Scripted.Answer = (_, _) => Task.FromResult(outcome);
            await rig.QueueAsync();
            await rig.AttemptAsync();
            rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty((await rig.StateAsync()).Parked);
    }

    [Fact]
    public async Task Two_workers_whose_refusals_come_together_tell_the_managers_once()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        using var other = new DeliveryNode(rig.Bot, seed: 2, adapters: rig.Adapter);
        Schedule schedule = await rig.QueueAsync();
        Channel channel = schedule.Channel with { Refusals = 2 };
        await rig.Node.Parking.RefusedAsync(channel, "It is gone.", Cancel);
        await rig.Node.Parking.RefusedAsync(channel, "It is gone.", Cancel);

        await Task.WhenAll(
            Task.Run(() => rig.Node.Parking.RefusedAsync(channel, "It is gone.", Cancel), Cancel),
            Task.Run(() => other.Parking.RefusedAsync(channel, "It is gone.", Cancel), Cancel));
        await AttemptAllAsync(rig);

        Assert.Single(rig.Scripted.Sent, part => part.Channel.Id == "9");
    }

    [Fact]
    public async Task Managers_on_a_platform_that_is_not_connected_are_left_out()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        rig.Scripted.Answer = (_, _) => Task.FromResult(Lost);
        for (int refusal = 1; refusal <= 3; refusal++)
        {
            await rig.QueueAsync(origin: "teams:19");
            await rig.AttemptAsync();
            rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        OutboxState state = await rig.StateAsync();
        Assert.Single(state.Parked);
        Assert.Equal(0, state.Waiting);
    }

    [Fact]
    public async Task A_notice_is_in_the_configured_language_where_the_space_has_none()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        using var node = new DeliveryNode(rig.Bot, seed: 2, language: "fr", adapters: rig.Adapter);
        Schedule schedule = await rig.QueueAsync();
        Channel channel = schedule.Channel with { Refusals = 2 };

        for (int refusal = 1; refusal <= 3; refusal++)
        {
            await node.Parking.RefusedAsync(channel, "It is gone.", Cancel);
        }

        await AttemptAllAsync(rig);
        Assert.Contains(rig.Scripted.Sent, part => part.Body.StartsWith("Les revues de presse", StringComparison.Ordinal));
    }

    private static async Task AttemptAllAsync(DeliveryRig rig)
    {
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        while (await rig.Node.TakeAsync(ChatPlatform.Discord, Cancel) is { Count: > 0 } taken)
        {
            foreach (TakenPost post in taken)
            {
                await rig.Node.Sender.SendAsync(rig.Adapter, post, rig.Gate);
            }

            rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}

public sealed class SqliteParkingTests() : ParkingTests("sqlite");

public sealed class PostgresParkingTests() : ParkingTests("postgresql");
