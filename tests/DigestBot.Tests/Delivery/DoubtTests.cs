using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Delivery;

/// <summary>After a request of which nobody knows whether it arrived, over a real connection.</summary>
public abstract class DoubtTests(string provider)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<bool> Arrived => [true, false];

    [Theory]
    [MemberData(nameof(Arrived))]
    public async Task With_a_nonce_it_is_sent_again_and_stands_there_once(bool arrived)
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.WithNonce, nonceWindow: Window);
        Schedule schedule = await town.Rig.QueueAsync();
        town.LoseFirstAnswer(arrived);

        await town.Rig.AttemptAsync();
        Post doubt = await town.Rig.PartAsync(schedule);
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await town.Rig.AttemptAsync();

        Assert.Equal((PostState.Ready, 1), (doubt.State, doubt.Unsure));
        Assert.Equal(2, town.Server.Requests.Count);
        Assert.Single(town.Server.Requests.Select(request => request.Nonce).Distinct());
        Assert.Single(town.Server.Messages);
        Assert.Equal(PostState.Delivered, (await town.Rig.PartAsync(schedule)).State);
    }

    [Theory]
    [MemberData(nameof(Arrived))]
    public async Task Where_the_channel_can_be_looked_at_it_is_sent_again_only_if_it_is_not_there(bool arrived)
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.WithLookBack);
        Schedule schedule = await town.Rig.QueueAsync();
        town.LoseFirstAnswer(arrived);

        await town.Rig.AttemptAsync();
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(21));
        await town.Rig.AttemptAsync();

        ChatServerMessage message = Assert.Single(town.Server.Messages);
        Assert.Equal(arrived ? 1 : 2, town.Server.Requests.Count);
        Post post = await town.Rig.PartAsync(schedule);
        Assert.Equal((PostState.Delivered, message.Id), (post.State, post.MessageId));
        Assert.Equal(arrived ? "Found in the channel." : "Delivered.", post.Trail[^1].Note);
    }

    [Fact]
    public async Task A_look_that_is_not_answered_is_repeated_and_nothing_is_sent_before()
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.WithLookBack);
        Schedule schedule = await town.Rig.QueueAsync();
        town.LoseFirstAnswer(arrived: true);
        town.Server.ListingStatus = 503;

        await town.Rig.AttemptAsync();
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(21));
        await town.Rig.AttemptAsync();
        Post waiting = await town.Rig.PartAsync(schedule);
        town.Server.ListingStatus = null;
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(21));
        await town.Rig.AttemptAsync();

        Assert.Equal((PostState.Ready, "HTTP 503"), (waiting.State, waiting.Trail[^1].Note));
        Assert.Single(town.Server.Requests);
        Assert.Equal(PostState.Delivered, (await town.Rig.PartAsync(schedule)).State);
    }

    [Fact]
    public async Task At_most_once_leaves_it_and_says_so_and_the_next_part_follows()
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.Bare);
        Schedule schedule = await town.Rig.QueueAsync(parts: 2);
        town.LoseFirstAnswer(arrived: true);

        await town.Rig.AttemptAsync();
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await town.Rig.AttemptAsync();

        Assert.Equal(["Part 1", "Part 2"], town.Server.Requests.Select(request => request.Body));
        Assert.Equal(PostState.Unconfirmed, (await town.Rig.PartAsync(schedule)).State);
        Assert.Equal(OccurrenceState.Delivered, (await town.Rig.OccurrenceAsync(schedule)).State);
        OutboxState state = await town.Rig.StateAsync();
        Assert.Equal((1, 1, 1, 0), (state.Unconfirmed, state.Unsure, state.Delivered, state.Dead));
    }

    [Fact]
    public async Task At_least_once_sends_it_again_although_it_may_be_there_and_counts_the_doubt()
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(
            provider, Samples.Bare, new DeliveryOptions { WhenUnsure = WhenUnsure.AtLeastOnce });
        Schedule schedule = await town.Rig.QueueAsync();
        town.LoseFirstAnswer(arrived: true);

        await town.Rig.AttemptAsync();
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await town.Rig.AttemptAsync();

        Assert.Equal(2, town.Server.Messages.Count);
        Assert.Equal(PostState.Delivered, (await town.Rig.PartAsync(schedule)).State);
        OutboxState state = await town.Rig.StateAsync();
        Assert.Equal((0, 1, 1), (state.Unconfirmed, state.Unsure, state.Delivered));
    }

    [Fact]
    public async Task A_request_that_times_out_and_is_accepted_behind_later_ones_stands_there_once()
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.WithNonce, nonceWindow: Window);
        await town.Rig.QueueAsync();
        var gate = new TaskCompletionSource();
        town.Server.Script = request => request.Number == 1 ? new ChatServerReply.AcceptBehind(gate.Task) : new ChatServerReply.Accept();

        await town.Rig.AttemptAsync();
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await town.Rig.AttemptAsync();
        gate.SetResult();
        await town.Rig.QueueAsync("discord:2");
        town.Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await town.Rig.AttemptAsync();

        Assert.Equal(["1", "2"], town.Server.Messages.Select(message => message.Channel));
    }

    // What a process leaves behind that is killed at this point is exactly what a test leaves that goes no further.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_worker_that_dies_at_any_point_leaves_a_post_that_another_sends_once(bool begun, bool accepted)
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.WithNonce, nonceWindow: Window);
        Schedule schedule = await town.DieAsync(begun, accepted);

        await town.Rig.AttemptAsync();

        Assert.Single(town.Server.Messages);
        Post post = await town.Rig.PartAsync(schedule);
        Assert.Equal((PostState.Delivered, begun ? 1 : 0), (post.State, post.Unsure));
        Assert.Equal(OccurrenceState.Delivered, (await town.Rig.OccurrenceAsync(schedule)).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_death_the_channel_is_looked_at_where_there_is_no_nonce(bool accepted)
    {
        await using DeliveryTown town = await DeliveryTown.StartAsync(provider, Samples.WithLookBack);
        Schedule schedule = await town.DieAsync(begun: true, accepted);

        await town.Rig.AttemptAsync();

        Assert.Single(town.Server.Messages);
        Assert.Equal(PostState.Delivered, (await town.Rig.PartAsync(schedule)).State);
    }

    [Fact]
    public async Task After_a_death_with_neither_it_is_left_or_sent_again_as_configured()
    {
        await using DeliveryTown careful = await DeliveryTown.StartAsync(provider, Samples.Bare);
        await using DeliveryTown eager = await DeliveryTown.StartAsync(
            provider, Samples.Bare, new DeliveryOptions { WhenUnsure = WhenUnsure.AtLeastOnce });
        Schedule left = await careful.DieAsync(begun: true, accepted: true);
        Schedule sent = await eager.DieAsync(begun: true, accepted: true);

        bool requested = await careful.Rig.AttemptAsync();
        await eager.Rig.AttemptAsync();

        Assert.False(requested);
        Assert.Single(careful.Server.Messages);
        Assert.Equal(2, eager.Server.Messages.Count);
        Assert.Equal(PostState.Unconfirmed, (await careful.Rig.PartAsync(left)).State);
        Assert.Equal(PostState.Delivered, (await eager.Rig.PartAsync(sent)).State);
    }
}

public sealed class SqliteDoubtTests() : DoubtTests("sqlite");

public sealed class PostgresDoubtTests() : DoubtTests("postgresql");
