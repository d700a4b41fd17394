using DigestBot.Chat;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>The outbox: keys, leases, order, pace.</summary>
public abstract class PostStorageTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_was_once_in_the_outbox_is_never_entered_again()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        NewPost notice = ledger.Notice("parked/1/5", channel);

        int first = await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, [notice, notice]));
        await ledger.SendAllAsync();
        int again = await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, [notice with { Body = "Another." }]));

        Assert.Equal((1, 0), (first, again));
        Assert.Empty(await ledger.TakeAsync());
    }

    [Fact]
    public async Task What_was_delivered_is_found_by_the_platforms_id_and_only_in_its_own_space()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        await ledger.QueueAsync(schedule, "2026-03-01/0", parts: 1);
        TakenPost part = Assert.Single(await ledger.TakeAsync());
        await ledger.BeginAsync(part);
        await ledger.EndAsync(part, new PostEnd.Delivered("m1", TimeSpan.Zero, "200"));
        ChannelRef address = schedule.Channel.Address;

        Assert.Equal("Part 1", await ledger.Posts.BodyAsync(bot.Operator, address, "m1", Cancel));
        Assert.Null(await ledger.Posts.BodyAsync(bot.Operator, address, "m2", Cancel));
        Assert.Null(await ledger.Posts.BodyAsync(await bot.SpaceAsync("teams:1", Cancel), address, "m1", Cancel));
    }

    [Fact]
    public async Task Parts_arrive_one_after_the_other_and_the_last_one_ends_the_slot()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        long occurrence = await ledger.QueueAsync(schedule, "2026-03-01/0", parts: 3);

        TakenPost first = Assert.Single(await ledger.TakeAsync());
        Assert.Empty(await ledger.TakeAsync());
        await ledger.BeginAsync(first);
        Assert.True(await ledger.EndAsync(first, new PostEnd.Delivered("m1", TimeSpan.FromSeconds(2), "200")));
        Assert.Empty(await ledger.TakeAsync());
        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        TakenPost second = Assert.Single(await ledger.TakeAsync());
        await ledger.BeginAsync(second);
        Assert.True(await ledger.EndAsync(second, new PostEnd.Unconfirmed(TimeSpan.Zero, "timeout")));
        Assert.Equal(2, (await ledger.OccurrenceAsync(schedule, "2026-03-01/0")).Delivered);
        IReadOnlyList<string> rest = await ledger.SendAllAsync();

        Assert.Equal((1, 2, "Part 2", "m1", true), (first.Part, second.Part, second.Body, second.FirstMessageId, first.FirstMessageId is null));
        Assert.Equal([$"{schedule.Id}/2026-03-01/0/3"], rest);
        Occurrence ended = await ledger.OccurrenceAsync(schedule, "2026-03-01/0");
        Assert.Equal((OccurrenceState.Delivered, 3, 3), (ended.State, ended.Delivered, ended.Parts));
        Assert.NotNull(ended.FinishedAt);
        Assert.Equal(
            [PostState.Delivered, PostState.Unconfirmed, PostState.Delivered],
            (await ledger.Posts.OfOccurrenceAsync(occurrence, Cancel)).Select(post => post.State));
    }

    [Fact]
    public async Task A_channel_with_forty_parts_does_not_keep_the_others_waiting()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        await ledger.QueueAsync(await ledger.ScheduleAsync("Long"), "2026-03-01/0", parts: 40);
        foreach (int channel in Enumerable.Range(2, 5))
        {
            bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await ledger.QueueAsync(await ledger.ScheduleAsync($"Short {channel}", await ledger.ChannelAsync($"discord:{channel}")), "2026-03-01/0");
        }

        IReadOnlyList<string> sent = await ledger.SendAllAsync(limit: 2);

        Assert.Equal(45, sent.Count);
        Assert.True(sent.Take(7).Count(key => key.EndsWith("/0/1", StringComparison.Ordinal)) == 6, string.Join(' ', sent));
    }

    [Fact]
    public async Task Of_one_channel_only_one_message_is_held_even_when_a_lease_has_expired()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Channel channel = await ledger.ChannelAsync();
        await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, [ledger.Notice("a", channel), ledger.Notice("b", channel)]));

        TakenPost first = Assert.Single(await ledger.TakeAsync());
        bot.Clock.Advance(Ledger.Lease * 2);
        TakenPost again = Assert.Single(await ledger.TakeAsync(worker: "node-2"));

        Assert.Equal(("a", "a"), (first.Key, again.Key));
        Assert.True(again.Token > first.Token);
        Assert.Null(again.UnsureSince);
        Assert.False(await ledger.BeginAsync(first));
        Assert.False(await ledger.DeliveredAsync(first));
        Assert.Equal(["a", "b"], [again.Key, .. await SendRestAsync(ledger, again)]);
    }

    [Fact]
    public async Task A_message_whose_worker_died_while_sending_comes_back_as_unsure()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        long occurrence = await ledger.QueueAsync(await ledger.ScheduleAsync(), "2026-03-01/0");
        TakenPost first = Assert.Single(await ledger.TakeAsync());
        DateTimeOffset began = ledger.Now;
        Assert.True(await ledger.BeginAsync(first));
        Assert.False(await ledger.BeginAsync(first));
        bot.Clock.Advance(TimeSpan.FromMinutes(2));

        TakenPost taken = Assert.Single(await ledger.TakeAsync(worker: "node-2"));
        Assert.True(await ledger.BeginAsync(taken));
        Assert.True(await ledger.EndAsync(taken, new PostEnd.Again(ledger.Now.AddSeconds(5), "429")));
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        TakenPost later = Assert.Single(await ledger.TakeAsync());

        Assert.Equal((began, 1, 2), (taken.UnsureSince, taken.Attempts, later.Attempts));
        Assert.Equal(began, later.UnsureSince);
        Post post = Assert.Single(await ledger.Posts.OfOccurrenceAsync(occurrence, Cancel));
        Assert.Equal(1, post.Unsure);
        Assert.Equal(["its worker was lost while sending", "429"], post.Trail.Select(entry => entry.Note));
    }

    [Fact]
    public async Task A_request_does_not_begin_when_the_lease_ends_too_soon()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        await ledger.QueueAsync(await ledger.ScheduleAsync(), "2026-03-01/0");
        TakenPost taken = Assert.Single(await ledger.TakeAsync());

        bot.Clock.Advance(Ledger.Lease - TimeSpan.FromSeconds(19));

        Assert.False(await ledger.BeginAsync(taken));
    }

    [Fact]
    public async Task A_message_that_is_given_up_takes_the_later_parts_and_the_slot_with_it()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        long occurrence = await ledger.QueueAsync(schedule, "2026-03-01/0", parts: 3);
        await ledger.WriteAsync(transaction => bot.Get<ShownStore>().AddAsync(transaction, [new ShownSentence(schedule.Channel.Id, -7, occurrence)]));

        TakenPost taken = Assert.Single(await ledger.TakeAsync());
        await ledger.BeginAsync(taken);
        await ledger.EndAsync(taken, new PostEnd.Dead("403 Missing access"));

        Occurrence ended = await ledger.OccurrenceAsync(schedule, "2026-03-01/0");
        Assert.Equal((OccurrenceState.Failed, "403 Missing access"), (ended.State, ended.Problem));
        Assert.All(await ledger.Posts.OfOccurrenceAsync(occurrence, Cancel), post => Assert.Equal(PostState.Dead, post.State));
        Assert.Empty(await bot.Get<ShownStore>().FindAsync([schedule.Channel.Id], [-7], Cancel));
        OutboxState state = await ledger.Posts.StateAsync(bot.Operator, Cancel);
        Assert.Equal((0, 3), (state.Waiting, state.Dead));
        Assert.Contains(state.DeadLetters, letter => letter.Reason == "403 Missing access" && letter.Schedule == "Morning");
        Assert.Null(await ledger.Posts.NextAsync(ChatPlatform.Discord, Cancel));
    }

    [Fact]
    public async Task Two_nodes_share_the_pace_of_a_platform()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        var posts = new List<NewPost>();
        foreach (int channel in Enumerable.Range(1, 30))
        {
            posts.Add(ledger.Notice($"n{channel}", await ledger.ChannelAsync($"discord:{channel}")));
        }

        await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, posts));
        TimeSpan spacing = TimeSpan.FromTicks(333_333);

        IReadOnlyList<TakenPost>[] taken = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(node => ledger.TakeAsync(3, $"node-{node}", spacing, TimeSpan.FromMilliseconds(900))));

        DateTimeOffset[] departures = [.. taken.SelectMany(posts => posts).Select(post => post.DepartAt).Order()];
        Assert.Equal(Enumerable.Range(0, 28).Select(i => ledger.Now + (spacing * i)), departures);
        Assert.Equal(28, taken.SelectMany(posts => posts).Select(post => post.Id).Distinct().Count());
        Assert.Equal(ledger.Now + (spacing * 28), (await ledger.Posts.NextAsync(ChatPlatform.Discord, Cancel))!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task While_a_platform_is_paused_nothing_is_taken_and_nothing_taken_begins()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        await ledger.QueueAsync(await ledger.ScheduleAsync(), "2026-03-01/0");
        TakenPost taken = Assert.Single(await ledger.TakeAsync());

        await ledger.Posts.PauseAsync(ChatPlatform.Discord, ledger.Now.AddSeconds(30), "global limit", Cancel);
        await ledger.Posts.PauseAsync(ChatPlatform.Discord, ledger.Now.AddSeconds(10), "shorter", Cancel);

        Assert.False(await ledger.BeginAsync(taken));
        Assert.Empty(await ledger.TakeAsync());
        Assert.Equal(ledger.Now.AddSeconds(30), await ledger.Posts.NextAsync(ChatPlatform.Discord, Cancel));
        bot.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await ledger.BeginAsync(Assert.Single(await ledger.TakeAsync())));
    }

    [Fact]
    public async Task A_pause_gives_back_the_departures_that_were_not_used()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        var posts = new List<NewPost>();
        foreach (int channel in Enumerable.Range(1, 8))
        {
            posts.Add(ledger.Notice($"n{channel}", await ledger.ChannelAsync($"discord:{channel}")));
        }

        await ledger.WriteAsync(transaction => ledger.Posts.AddAsync(transaction, posts));
        TimeSpan spacing = TimeSpan.FromMilliseconds(100);
        TimeSpan horizon = TimeSpan.FromMilliseconds(900);
        Assert.Equal(8, (await ledger.TakeAsync(8, "node-a", spacing, horizon)).Count);

        await ledger.Posts.PauseAsync(ChatPlatform.Discord, ledger.Now.AddMilliseconds(200), "global limit", Cancel);
        bot.Clock.Advance(TimeSpan.FromMilliseconds(200));

        IReadOnlyList<TakenPost> again = await ledger.TakeAsync(8, "node-a", spacing, horizon);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => ledger.Now + (spacing * i)), again.Select(post => post.DepartAt));
    }

    [Fact]
    public async Task A_message_given_back_keeps_its_place()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        var ledger = new Ledger(bot);
        await ledger.QueueAsync(await ledger.ScheduleAsync("One"), "2026-03-01/0");
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await ledger.QueueAsync(await ledger.ScheduleAsync("Two", await ledger.ChannelAsync("discord:2")), "2026-03-01/0");

        TakenPost first = Assert.Single(await ledger.TakeAsync(limit: 1));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await ledger.Posts.ReleaseAsync([first], Cancel);
        Assert.False(await ledger.BeginAsync(first));

        Assert.Equal(first.Key, Assert.Single(await ledger.TakeAsync(limit: 1)).Key);
    }

    private static async Task<IReadOnlyList<string>> SendRestAsync(Ledger ledger, TakenPost held)
    {
        Assert.True(await ledger.BeginAsync(held));
        Assert.True(await ledger.DeliveredAsync(held));
        return await ledger.SendAllAsync();
    }
}

public sealed class SqlitePostStorageTests() : PostStorageTests("sqlite");

public sealed class PostgresPostStorageTests() : PostStorageTests("postgresql");
