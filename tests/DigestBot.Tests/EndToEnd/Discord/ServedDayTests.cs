using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Adapters.Discord.Incoming;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>The whole bot as people meet it: what they do on the one side, what they read on the other.</summary>
public sealed class ServedDayTests
{
    private const string TroopsQuoted = $"> “{DailyNews.Troops}” ";
    private const string MinaretQuoted = $"> “{DailyNews.Minaret}” ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_is_shown_leafed_through_and_traced_to_its_articles()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();

        FakeInteraction shown = await town.RunAsync(bo, town.News, "digest", ("topic", "iraq"), ("stories", DailyNews.Stories));
        FakeMessage digest = shown.Response!;
        string first = digest.Text();
        await town.ClickAsync(bo, digest, "▶");
        string second = digest.Text();
        FakeInteraction sources = await town.ClickAsync(bo, digest, "Sources");

        Assert.StartsWith("\niraq · Sun 1 Mar 2026, 07:00 (UTC)\n-# from <t:", first, StringComparison.Ordinal);
        Assert.Contains(
            "-# Stories: 12 · Articles: 13 · Sources that answered: 1 of 1 · Quotes are verbatim\n", first, StringComparison.Ordinal);
        Assert.Contains(
            "**1 · Lawmakers adopt resolution on foreign troops**\n-# Publishers: 1 · Sample Wire\n", first, StringComparison.Ordinal);
        Assert.Contains($"{TroopsQuoted}\\[1]\n-# \\[1] [Sample Wire](<https://wire.example/world/", first, StringComparison.Ordinal);
        Assert.DoesNotContain(DailyNews.Troops, second, StringComparison.Ordinal);
        Assert.Equal(["◀", "2/3", "▶", "Sources", "Ask", "Follow"], digest.Buttons());
        Assert.Same(bo, sources.Response!.VisibleOnlyTo);
        Assert.Contains($"**Quotes and sources · Digest {digest.DigestId()}**", sources.Text(), StringComparison.Ordinal);
        Assert.Contains(" in the stored text\n", sources.Text(), StringComparison.Ordinal);
        await town.UntilAsync(
            () => sources.Text().EndsWith($"-# check every quote: digestbot verify {digest.DigestId()}\n", StringComparison.Ordinal),
            "all sources are shown");
    }

    [Fact]
    public async Task A_digest_is_posted_at_its_time_in_three_parts_which_hold_every_story_once()
    {
        await using ServedTown town = await ServedTown.StartToLeapAsync();

        FakeInteraction added = await town.RunAsync(
            town.Owner,
            town.Desk,
            "schedule add",
            ("name", "morning"),
            ("topic", "iraq"),
            ("at", "07:02"),
            ("channel", town.News),
            ("stories", DailyNews.Stories));
        await town.LeapAsync(TimeSpan.FromSeconds(110));
        Assert.Empty(town.Posted(town.News));
        FakeMessage[] parts = await town.PostedAsync(town.News, 3);
        Occurrence slot = await town.EndedAsync("morning");
        FakeInteraction history = await town.RunAsync(town.Owner, town.Desk, "schedule history", ("schedule", "morning"));

        Assert.StartsWith(
            $"\n\n“morning” is set up.\nNews about: iraq\nEvery day at 07:02 · Etc/UTC\nPosts to: <#{town.News.Id}>\n",
            added.Text(),
            StringComparison.Ordinal);
        Assert.True(added.Response!.IsEphemeral);
        Assert.Equal((OccurrenceState.Delivered, 3), (slot.State, slot.Delivered));
        Assert.Equal(3, parts.Length);
        Assert.All(parts, part => Assert.Equal("07:02", part.CreatedAt.ToString("HH:mm", CultureInfo.InvariantCulture)));
        string all = string.Join('\n', parts.Select(part => part.Text()));
        Assert.Equal(Enumerable.Range(1, 12), Numbers(all, @"\*\*(\d+) · "));
        Assert.Contains($"{TroopsQuoted}\\[1]\n", all, StringComparison.Ordinal);
        Assert.Contains($"{MinaretQuoted}\\[2]\n", all, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Empty(part.Mentions.Pinged));
        Assert.Contains("Sun 1 Mar 2026, 07:02 · posted", history.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_way_people_follow_up_on_a_posted_digest_it_is_the_one_that_is_meant()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();
        await town.RunNowAsync();
        FakeMessage[] parts = await town.PostedAsync(town.News, 3);
        await town.EndedAsync();
        string id = parts[0].DigestId();

        FakeMessage replied = await AnswerAsync(
            town, town.People.Type(bo, town.News, "How many foreign troops are stationed there?", parts[0]));
        FakeMessage mentioned = await AnswerAsync(
            town, town.People.Type(bo, town.News, $"{town.People.Mention} who took the last scaffolding off the minaret?"));
        FakeInteraction form = town.People.ClickLabel(bo, parts[1], "Ask");
        await town.Discord.World.WaitUntilAsync(() => form.Modal is not null, "a form", Cancel);
        FakeInteraction asked = await town.SettledAsync(
            town.People.Submit(form, ("question", "How many foreign troops are stationed there?")));

        Assert.Contains($"{TroopsQuoted}\\[1]", replied.Text(), StringComparison.Ordinal);
        Assert.Contains($"{MinaretQuoted}\\[1]", mentioned.Text(), StringComparison.Ordinal);
        Assert.Contains($"{TroopsQuoted}\\[1]", asked.Text(), StringComparison.Ordinal);
        Assert.All([replied, mentioned, asked.Response!], answer => Assert.Equal(id, answer.DigestId()));
        Assert.All([replied, mentioned], answer => Assert.Empty(answer.Mentions.Pinged));
        FakeMessage unread = await AnswerAsync(town, town.People.Type(bo, town.News, "And when?", parts[2], ping: false));
        Assert.Equal(
            "I cannot read that: answer with the mention switched on, mention me, or use /ask, and I will look for an answer.",
            unread.Text().Trim());
    }

    [Fact]
    public async Task A_digest_with_a_thread_of_its_own_is_asked_about_there()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();
        FakeInteraction wished = await town.RunAsync(town.Owner, town.News, "posting", ("thread", true));

        await town.RunNowAsync();
        await town.EndedAsync();
        FakeMessage first = Assert.Single(town.Posted(town.News));
        FakeChannel thread = first.Thread!;
        FakeMessage answer = await AnswerAsync(
            town, town.People.Type(bo, thread, $"{town.People.Mention} how many foreign troops are stationed there?"));

        Assert.True(wished.Response!.IsEphemeral);
        Assert.Equal(2, town.Posted(thread).Count(message => message.Text().Contains("Part ", StringComparison.Ordinal)));
        Assert.Contains($"{TroopsQuoted}\\[1]", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(first.DigestId(), answer.DigestId());
    }

    [Fact]
    public async Task In_direct_messages_the_bot_needs_no_mention_and_posts_there_too()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();
        FakeChannel direct = town.Discord.World.DirectChannel(bo);

        FakeMessage digest = await AnswerAsync(town, town.People.Type(bo, direct, "digest iraq"));
        FakeMessage answer = await AnswerAsync(town, town.People.Type(bo, direct, "how many foreign troops are stationed there?"));
        await town.RunAsync(bo, direct, "schedule add", ("name", "mine"), ("topic", "iraq"), ("at", "23:00"));
        await town.RunAsync(bo, direct, "schedule run-now", ("schedule", "mine"));
        await town.PostedAsync(direct, 3);

        Assert.Contains($"{TroopsQuoted}\\[1]", digest.Text(), StringComparison.Ordinal);
        Assert.Contains($"{TroopsQuoted}\\[1]", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(digest.DigestId(), answer.DigestId());
        Assert.Contains(
            town.Posted(direct), message => message.AnswerTo is null && message.Text().Contains("**1 · ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Buttons_work_after_a_restart()
    {
        await using ServedTown town = await ServedTown.StartAsync();
        FakeUser bo = town.AddReader();
        FakeMessage digest = (await town.RunAsync(bo, town.News, "digest", ("topic", "iraq"), ("stories", DailyNews.Stories))).Response!;

        await town.StopAsync();
        await town.ServeAsync();
        await town.ClickAsync(bo, digest, "▶");

        Assert.Contains("2/3", digest.Buttons());
        Assert.Single(town.Discord.Journal.Requests("PUT /applications/{application_id}/commands"));
    }

    /// <summary>The message that answers another.</summary>
    private static async Task<FakeMessage> AnswerAsync(ServedTown town, FakeMessage question)
    {
        FakeMessage? answer = null;
        await town.UntilAsync(
            () => (answer = town.Posted(question.Channel).FirstOrDefault(message => message.AnswerTo == question)) is not null,
            $"an answer to “{question.Content}”");
        return answer!;
    }

    private static IEnumerable<int> Numbers(string text, string pattern) =>
        Regex.Matches(text, pattern).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
}
