using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>Due slots are composed and queued, each channel with what it was not shown.</summary>
public sealed class SlotRunnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_due_slot_becomes_parts_in_the_outbox_and_can_be_verified_and_asked_about(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha", "Bravo");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11", Settings with { MentionRole = "77" });
        await town.OpenAsync(schedule);

        await town.RunAsync();

        IReadOnlyList<SlotRunnerTown.QueuedPost> outbox = await town.OutboxAsync();
        Assert.Equal([$"{schedule.Id}/2026-03-02/8/1", $"{schedule.Id}/2026-03-02/8/2"], outbox.Select(post => post.Key));
        Assert.Equal(["77", null], outbox.Select(post => post.MentionRole));
        Assert.All(outbox, post => Assert.Equal(("discord:11", 2L), (post.Channel, post.Parts)));
        Occurrence slot = await town.LastAsync(schedule);
        Assert.Equal((OccurrenceState.Queued, 2), (slot.State, slot.Parts));
        IReadOnlyList<QuoteCheck>? checks = await town.Bot.Get<DigestVerifier>().VerifyAsync(schedule.Space, slot.DigestId!, Cancel);
        Assert.Equal(outbox.SelectMany(post => post.Sentences), checks!.Select(check => check.Quote.Text));
        Assert.All(checks!, check => Assert.Equal(QuoteState.Unchanged, check.State));
        Conversation conversation = await town.Bot.Get<ConversationStore>().FindAsync(schedule.Space, "discord:11", Cancel);
        Assert.Equal(slot.DigestId, conversation.DigestId);
        Assert.Equal(Eight, (await town.ReadAsync(schedule)).CoveredUntil);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Channels_of_all_spaces_that_want_the_same_are_served_from_one_composition_and_one_rendering(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha", "Bravo");
        var schedules = new List<Schedule>();
        for (int i = 0; i < 230; i++)
        {
            schedules.Add(await town.ScheduleAsync($"discord:{i % 30}", $"1{i}", Settings with { Name = $"Number {i}" }));
        }

        await town.OpenAsync(schedules);
        await town.RunAsync();

        IReadOnlyList<SlotRunnerTown.QueuedPost> outbox = await town.OutboxAsync();
        Assert.Equal(2 * schedules.Count, outbox.Count);
        Assert.Equal(2, outbox.Select(post => post.Body).Distinct().Count());
        Assert.Equal(1, town.Compositions);
        Assert.Equal(1, town.Adapter.Layouts);
        Assert.Single((await Task.WhenAll(schedules.Select(town.LastAsync))).Select(slot => slot.DigestId).Distinct());
        foreach (Space space in schedules.Select(schedule => schedule.Space).DistinctBy(space => space.Id))
        {
            Assert.NotNull(await town.Bot.Get<DigestArchive>().FindAsync(space, (await town.LastAsync(schedules[0])).DigestId!, Cancel));
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Spaces_that_see_the_same_and_mean_different_things_by_a_topic_each_get_their_own(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha", "Bravo", "Charlie");
        ScheduleSettings harbour = Settings with { Topic = "Harbour" };
        Schedule first = await town.ScheduleAsync("discord:1", "11", harbour);
        Schedule second = await town.ScheduleAsync("discord:2", "12", harbour);
        TopicCatalog topics = town.Bot.Get<TopicCatalog>();
        await topics.SaveAsync(first.Space, "harbour", new("Alphaton, Charlieton", "Charliebridge"), Cancel);
        await topics.SaveAsync(second.Space, "harbour", new("Bravoton", ""), Cancel);

        await town.OpenAsync(first, second);
        await town.RunAsync();

        IReadOnlyList<SlotRunnerTown.QueuedPost> outbox = await town.OutboxAsync();
        Assert.All(outbox, post => Assert.Contains(post.Channel == "discord:11" ? "Alphamayor" : "Bravomayor", post.Body, StringComparison.Ordinal));
        Assert.Equal(["discord:11", "discord:12"], outbox.Select(post => post.Channel).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_channel_is_never_shown_a_sentence_twice_by_its_schedules_and_other_channels_miss_nothing(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha", "Bravo", "Charlie");
        Schedule all = await town.ScheduleAsync("discord:1", "11");
        Schedule topic = await town.ScheduleAsync("discord:1", "11", Settings with { Name = "Alpha", Topic = "Alphaton", Stories = 1 });
        Schedule again = await town.ScheduleAsync("discord:1", "11", Settings with { Name = "Again" });
        Schedule other = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Other" });

        await town.OpenAsync(topic, all, again, other);
        await town.RunAsync();

        ILookup<string, string> shown = (await town.OutboxAsync())
            .SelectMany(post => post.Sentences, (post, sentence) => (post.Channel, sentence))
            .ToLookup(pair => pair.Channel, pair => pair.sentence);
        Assert.Equal(3, shown["discord:11"].Count());
        Assert.Distinct(shown["discord:11"]);
        Assert.Equal(3, shown["discord:12"].Count());
        Assert.Equal(2, (await Task.WhenAll(new[] { all, topic, again }.Select(town.LastAsync))).Count(slot => slot.State == OccurrenceState.Queued));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_space_with_sources_of_its_own_shares_no_composition_with_others(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        Schedule plain = await town.ScheduleAsync("discord:1", "11");
        Schedule own = await town.ScheduleAsync("discord:2", "21");
        Schedule foreign = await town.ScheduleAsync("discord:3", "31");
        await town.PublishAsync(own.Space, "Own Post", "Secret");
        await town.PublishAsync(foreign.Space, "Other Post", "Hidden");

        await town.OpenAsync(own, foreign, plain);
        await town.RunAsync();

        ILookup<string, string> bodies = (await town.OutboxAsync()).ToLookup(post => post.Channel, post => post.Body);
        Assert.Equal(3, town.Compositions);
        Assert.Single(bodies["discord:11"]);
        Assert.Equal(2, bodies["discord:21"].Count());
        Assert.Equal(2, bodies["discord:31"].Count());
        Assert.DoesNotContain("Hidden", string.Concat(bodies["discord:21"]), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", string.Concat(bodies["discord:31"]), StringComparison.Ordinal);
        Assert.Null(await town.Bot.Get<DigestArchive>().FindAsync(plain.Space, (await town.LastAsync(own)).DigestId!, Cancel));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Without_news_a_schedule_is_skipped_or_says_so_once_as_it_was_told(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule silent = await town.ScheduleAsync("discord:1", "11");
        Schedule speaking = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Speaking", IfEmpty = IfEmpty.Post, MentionRole = "77" });

        await town.OpenAsync(silent, speaking);
        await town.RunAsync();

        Occurrence skipped = await town.LastAsync(silent);
        Assert.Equal((OccurrenceState.Skipped, SkipReason.Empty), (skipped.State, skipped.Skipped));
        Assert.Null((await town.ReadAsync(silent)).CoveredUntil);
        SlotRunnerTown.QueuedPost post = Assert.Single(await town.OutboxAsync());
        Assert.Equal(("discord:12", "on time: nothing new", null), (post.Channel, post.Body, post.MentionRole));
        Assert.Null((await town.Bot.Get<ConversationStore>().FindAsync(speaking.Space, "discord:12", Cancel)).DigestId);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_is_asked_for_by_hand_is_posted_while_paused_and_leaves_the_next_digest_its_news(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule schedule = await town.ScheduleAsync("discord:1", "11", Settings with { Stories = 1 });
        await town.UpdateAsync(schedule with { Paused = true });
        await town.OpenAsync([town.ByHand(schedule)]);
        await town.RunAsync();
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha", "Bravo");
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        NewOccurrence second = town.ByHand(schedule);
        await town.OpenAsync([second]);
        await town.RunAsync();
        await town.UpdateAsync((await town.ReadAsync(schedule)) with { Paused = false });
        await town.OpenAsync(schedule);
        await town.RunAsync();

        IReadOnlyList<SlotRunnerTown.QueuedPost> outbox = await town.OutboxAsync();
        Assert.Equal(3, outbox.Count);
        Assert.EndsWith("nothing new", outbox[0].Body, StringComparison.Ordinal);
        Assert.Equal($"{schedule.Id}/{second.Slot}/1", outbox[1].Key);
        Assert.Equal(2, outbox.Skip(1).SelectMany(post => post.Sentences).Distinct().Count());
        Assert.Equal(town.Now, (await town.ReadAsync(schedule)).CoveredUntil);
    }

    [Fact]
    public async Task One_slot_can_be_run_by_itself_and_only_once()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        Schedule first = await town.ScheduleAsync("discord:1", "11");
        Schedule second = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Second" });
        await town.OpenAsync(first, second);
        Occurrence slot = await town.LastAsync(second);

        Assert.True(await town.Node().RunAsync(slot.Id, Cancel));
        Assert.False(await town.Node().RunAsync(slot.Id, Cancel));

        Assert.Equal("discord:12", Assert.Single(await town.OutboxAsync()).Channel);
        Assert.Equal(OccurrenceState.Due, (await town.LastAsync(first)).State);
    }
}
