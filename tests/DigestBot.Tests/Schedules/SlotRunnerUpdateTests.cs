using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>A story that goes on comes back to a channel as an update, with what is new.</summary>
public sealed class SlotRunnerUpdateTests
{
    private const string Collapse = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
    private const string Reworded = "Police said at least 12 people died when the footbridge in Torvik collapsed on Sunday.";
    private const string Search = "Divers searched the river at the Torvik footbridge until dark.";

    private const string Late = "The builder of the Torvik footbridge had warned of rust in 2019.";

    // More than a digest quotes.
    private const string Long =
        $"{Reworded} {Search} The mayor of Torvik closed two other bridges. Trains to Torvik stop at the harbour until Friday. "
        + "A school beside the footbridge took in the families. The king of Norway sent a message to the town.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite", false)]
    [InlineData("postgresql", false)]
    [InlineData("sqlite", true)]
    public async Task It_is_marked_with_its_day_where_the_channel_was_shown_it_and_tells_nothing_twice(string provider, bool isPrivate)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule follows = await town.ScheduleAsync("discord:1", "11");
        Space owner = isPrivate ? follows.Space : town.Bot.Operator;
        await ReportAsync(town, owner, "Coast Post", Collapse);
        Digest first = await PostedAsync(town, follows);

        town.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await ReportAsync(town, owner, "Island Wire", $"{Reworded} {Search}");
        Schedule joins = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Joins" });
        Digest second = await PostedAsync(town, follows);
        Digest other = await PostedAsync(town, joins);

        Assert.Equal(0, Assert.Single(first.Stories).UpdateDay);
        DigestStory update = Assert.Single(second.Stories);
        Assert.Equal((2, Search), (update.UpdateDay, Assert.Single(update.Quotes).Text));
        DigestStory fresh = Assert.Single(other.Stories);
        Assert.Equal(0, fresh.UpdateDay);
        Assert.Contains(fresh.Quotes, quote => quote.Text == Reworded);
    }

    [Fact]
    public async Task It_is_left_out_where_nothing_is_new_and_the_slot_is_skipped_while_somebody_who_asks_sees_it()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await ReportAsync(town, town.Bot.Operator, "Coast Post", Collapse);
        await PostedAsync(town, schedule);

        town.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await ReportAsync(town, town.Bot.Operator, "Island Wire", Reworded);
        await town.OpenAsync(schedule);
        await town.RunAsync();

        Assert.Equal(SkipReason.Empty, (await town.LastAsync(schedule)).Skipped);
        Assert.NotEmpty((await town.Bot.DigestAsync(schedule.Space, "Torvik", Cancel)).Stories);
    }

    [Fact]
    public async Task It_does_not_come_back_with_more_of_an_article_that_was_told_only_because_windows_overlap()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await ToldTwiceAsync(town, schedule);

        town.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await town.OpenAsync(schedule);
        await town.RunAsync();

        Assert.Equal(SkipReason.Empty, (await town.LastAsync(schedule)).Skipped);
    }

    [Fact]
    public async Task It_comes_back_with_an_article_that_came_in_too_late_for_the_digest_that_it_is_dated_before()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await ToldTwiceAsync(town, schedule);

        DateTimeOffset before = town.Now.AddMinutes(-20);
        town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        await town.Bot.ImportAsync(
            town.Bot.Operator, "Fjord Times", Cancel, Articles.Article("Torvik footbridge collapses", $"{Reworded} {Late}", before, "https://fjord-times.example/1"));
        town.Bot.Clock.Advance(TimeSpan.FromHours(23));

        DigestStory update = Assert.Single((await PostedAsync(town, schedule)).Stories);
        Assert.Equal((3, Late), (update.UpdateDay, Assert.Single(update.Quotes).Text));
    }

    [Fact]
    public async Task A_digest_by_hand_tells_it_and_the_next_of_the_timetable_does_not_tell_it_on()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await ReportAsync(town, town.Bot.Operator, "Coast Post", Collapse);
        await PostedAsync(town, schedule);
        town.Bot.Clock.Advance(TimeSpan.FromHours(23));
        await ReportAsync(town, town.Bot.Operator, "Island Wire", Long);
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(30));
        await town.OpenAsync([town.ByHand(schedule)]);
        await town.RunAsync();

        town.Bot.Clock.Advance(TimeSpan.FromMinutes(30));
        await town.OpenAsync(schedule);
        await town.RunAsync();

        Assert.Equal(SkipReason.Empty, (await town.LastAsync(schedule)).Skipped);
    }

    [Fact]
    public async Task What_an_article_told_that_was_forgotten_since_is_remembered_nowhere()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await ReportAsync(town, town.Bot.Operator, "Coast Post", Collapse);
        await PostedAsync(town, schedule);
        await town.Bot.Get<ArticleForgetter>().ForgetAsync("https://coast-post.example/2", Cancel);

        town.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await ReportAsync(town, town.Bot.Operator, "Island Wire", Reworded);

        DigestStory story = Assert.Single((await PostedAsync(town, schedule)).Stories);
        Assert.Equal((0, Reworded), (story.UpdateDay, Assert.Single(story.Quotes).Text));
    }

    // Two mornings: the second tells what came in an hour before it.
    private static async Task ToldTwiceAsync(SlotRunnerTown town, Schedule schedule)
    {
        await ReportAsync(town, town.Bot.Operator, "Coast Post", Collapse);
        await PostedAsync(town, schedule);
        town.Bot.Clock.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(30));
        await ReportAsync(town, town.Bot.Operator, "Island Wire", Long);
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(2, Assert.Single((await PostedAsync(town, schedule)).Stories).UpdateDay);
    }

    // What comes in while a digest is composed counts as new to the next one.
    private static async Task ReportAsync(SlotRunnerTown town, Space space, string source, string text)
    {
        await town.Bot.ImportAsync(
            space,
            source,
            Cancel,
            Articles.Article(
                "Torvik footbridge collapses",
                text,
                town.Now.AddHours(-1),
                $"https://{source.Replace(' ', '-').ToLowerInvariant()}.example/{town.Now.Day}"));
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    private static async Task<Digest> PostedAsync(SlotRunnerTown town, Schedule schedule)
    {
        await town.OpenAsync(schedule);
        await town.RunAsync();
        Occurrence slot = await town.LastAsync(schedule);
        return (await town.Bot.Get<DigestArchive>().FindAsync(schedule.Space, slot.DigestId ?? "", Cancel))!;
    }
}
