using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

/// <summary>What follows from each answer of a platform.</summary>
public abstract class OutcomeTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_arrived_is_noted_with_the_platforms_id_and_the_last_part_ends_the_slot()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider, Samples.Bare with { BetweenParts = TimeSpan.Zero });
        Schedule schedule = await rig.QueueAsync(parts: 2);
        rig.Scripted.Answer = (part, _) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered($"m{part.Part}"));

        await rig.AttemptAsync();
        OccurrenceState between = (await rig.OccurrenceAsync(schedule)).State;
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await rig.AttemptAsync();

        Post post = await rig.PartAsync(schedule, part: 2);
        Assert.Equal((PostState.Delivered, "m2", 1), (post.State, post.MessageId, post.Attempts));
        Assert.Equal("Delivered.", Assert.Single(post.Trail).Note);
        Assert.Equal((OccurrenceState.Queued, OccurrenceState.Delivered), (between, (await rig.OccurrenceAsync(schedule)).State));
        Assert.Equal([null, "m1"], rig.Scripted.Sent.Select(part => part.FirstMessageId));
        Assert.Equal(2, rig.Scripted.Sent.Select(part => part.Nonce).Distinct().Count());
    }

    [Fact]
    public async Task A_wait_that_the_platform_asks_for_is_kept_and_other_channels_go_on()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Schedule schedule = await rig.QueueAsync();
        rig.Scripted.Answer = Always(new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromSeconds(64.5)));

        await rig.AttemptAsync();
        await rig.QueueAsync("discord:2");
        TakenPost other = await rig.TakeAsync();
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(64));
        IReadOnlyList<TakenPost> early = await rig.Node.TakeAsync(ChatPlatform.Discord, Cancel);
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        IReadOnlyList<TakenPost> later = await rig.Node.TakeAsync(ChatPlatform.Discord, Cancel);

        Assert.Equal("discord:2", other.Channel.Address.ToString());
        Assert.DoesNotContain(early, post => post.Channel.Address.Id == "1");
        Assert.Contains(later, post => post.Channel.Address.Id == "1" && post.Attempts == 1);
        Assert.Equal("HTTP 429", Assert.Single((await rig.PartAsync(schedule)).Trail).Note);
    }

    [Fact]
    public async Task A_wait_for_the_whole_platform_holds_every_channel_of_it_on_every_node()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        using var other = new DeliveryNode(rig.Bot, seed: 2, adapters: rig.Adapter);
        await rig.QueueAsync();
        rig.Scripted.Answer = Always(new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromSeconds(30), WholePlatform: true));

        await rig.AttemptAsync();
        await rig.QueueAsync("discord:2");
        IReadOnlyList<TakenPost> during = await other.TakeAsync(ChatPlatform.Discord, Cancel);
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(31));
        IReadOnlyList<TakenPost> after = await other.TakeAsync(ChatPlatform.Discord, Cancel);

        Assert.Empty(during);
        Assert.Equal(2, after.Count);
    }

    [Fact]
    public async Task A_refusal_is_a_dead_letter_with_the_platforms_reason_and_the_slot_fails()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Schedule schedule = await rig.QueueAsync(parts: 2);
        rig.Scripted.Answer = Always(new DeliveryOutcome.Rejected("The message is too long.", ChannelLost: false));

        await rig.AttemptAsync();

        OutboxState state = await rig.StateAsync();
        Assert.Equal((0, 2), (state.Waiting, state.Dead));
        Assert.Contains(state.DeadLetters, letter => letter.Reason == "The message is too long.");
        Occurrence occurrence = await rig.OccurrenceAsync(schedule);
        Assert.Equal((OccurrenceState.Failed, "The message is too long."), (occurrence.State, occurrence.Problem));
        Assert.Empty(state.Parked);
    }

    [Fact]
    public async Task A_post_is_given_up_after_its_last_attempt()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider, options: new DeliveryOptions { MaxAttempts = 3 });
        Schedule schedule = await rig.QueueAsync();
        rig.Scripted.Answer = Always(new DeliveryOutcome.RetryLater("HTTP 503"));

        for (int i = 0; i < 3; i++)
        {
            await rig.AttemptAsync();
            rig.Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Post post = await rig.PartAsync(schedule);
        Assert.Equal((PostState.Dead, 3, 3), (post.State, post.Attempts, rig.Scripted.Sent.Count));
        Assert.Equal("HTTP 503; given up after 3 attempts.", post.Trail[^1].Note);
    }

    [Fact]
    public async Task A_post_whose_time_has_passed_is_given_up_without_a_request()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        Schedule schedule = await rig.QueueAsync();
        rig.Bot.Clock.Advance(TimeSpan.FromHours(7));

        bool requested = await rig.AttemptAsync();

        Assert.False(requested);
        Assert.Empty(rig.Scripted.Sent);
        Assert.Equal(PostState.Dead, (await rig.PartAsync(schedule)).State);
    }

    [Fact]
    public async Task Nothing_is_sent_when_the_lease_would_end_during_the_request_and_the_post_is_given_back()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        await rig.QueueAsync();
        TakenPost taken = await rig.TakeAsync();
        rig.Bot.Clock.Advance(TimeSpan.FromSeconds(41));

        bool requested = await rig.Node.Sender.SendAsync(rig.Adapter, taken, rig.Gate);

        Assert.False(requested);
        Assert.Empty(rig.Scripted.Sent);
        Assert.Equal(0, (await rig.TakeAsync()).Attempts);
    }

    [Fact]
    public async Task A_worker_whose_post_was_taken_over_does_not_send_it()
    {
        await using DeliveryRig rig = await DeliveryRig.StartAsync(provider);
        using var other = new DeliveryNode(rig.Bot, seed: 2, adapters: rig.Adapter);
        await rig.QueueAsync();
        TakenPost slow = await rig.TakeAsync();
        rig.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        TakenPost taken = Assert.Single(await other.TakeAsync(ChatPlatform.Discord, Cancel));

        bool first = await rig.Node.Sender.SendAsync(rig.Adapter, slow, rig.Gate);
        bool second = await other.Sender.SendAsync(rig.Adapter, taken, rig.Gate);

        Assert.Equal((false, true, 1), (first, second, rig.Scripted.Sent.Count));
    }

    private static Func<OutgoingPart, CancellationToken, Task<DeliveryOutcome>> Always(DeliveryOutcome outcome) =>
        (_, _) => Task.FromResult(outcome);
}

public sealed class SqliteOutcomeTests() : OutcomeTests("sqlite");

public sealed class PostgresOutcomeTests() : OutcomeTests("postgresql");
