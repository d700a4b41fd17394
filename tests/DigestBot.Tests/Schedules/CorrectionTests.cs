using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>Where a sentence changes at its source after a channel was shown it, the channel's next digest says so.</summary>
public sealed class CorrectionTests
{
    private const string Title = "Torvik footbridge collapses";
    private const string Rest = "Divers searched the river at the old footbridge until dark.";
    private const string Wrong = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
    private const string Right = "At least 14 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
    private const string Later = "At least 15 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";

    // What comes in while a digest is composed would count as new to the next one.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task It_is_told_once_to_whoever_was_shown_the_sentence_with_both_as_they_stand(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        Schedule other = await town.ScheduleAsync("discord:1", "12", Settings with { Name = "Other" });
        string shown = (await town.LastAsync(schedule)).DigestId!;

        await EditAsync(town, town.Bot.Operator, $"{Rest} {Right}");
        Digest second = await NextAsync(town, "Alpha", schedule, other);
        Digest elsewhere = await DigestAsync(town, other);
        Digest third = await NextAsync(town, "Bravo", schedule);

        Correction told = Assert.Single(second.Corrections!);
        Assert.Equal((shown, Eight + Before, Wrong, Right), (told.DigestId, told.Told, told.Quote.Text, told.Now!.Text));
        Assert.Equal((Title, "Coast Post", Rest.Length + 1), (told.Now.Article.Title, told.Now.Article.Source, told.Now.Start));
        Assert.Equal(0, second.MoreCorrections);
        Assert.Null(elsewhere.Corrections);
        Assert.Null(third.Corrections);
        IReadOnlyList<QuoteCheck> checks = (await town.Bot.Get<DigestVerifier>().VerifyAsync(schedule.Space, second.Id, Cancel))!;
        Assert.Contains(checks, check => check.Quote.Text == Right);
        Assert.All(checks, check => Assert.Equal(QuoteState.Unchanged, check.State));
    }

    [Fact]
    public async Task The_article_in_place_of_the_few_sentences_that_a_feed_had_takes_nothing_back()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        await EditAsync(town, town.Bot.Operator, $"{Right} {string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"))}.");

        Assert.Null((await NextAsync(town, "Alpha", schedule)).Corrections);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_slot_of_which_nothing_arrived_has_told_nothing(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        var ledger = new Store.Ledger(town.Bot);
        await ledger.SendAllAsync();
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");
        Digest lost = await NextAsync(town, "Alpha", schedule);
        TakenPost post = Assert.Single(await ledger.TakeAsync());
        await ledger.BeginAsync(post);
        await ledger.EndAsync(post, new PostEnd.Dead("403 Missing access"));

        Digest next = await NextAsync(town, "Bravo", schedule);

        Assert.Equal(Assert.Single(lost.Corrections!), Assert.Single(next.Corrections!));
        Assert.Equal(OccurrenceState.Failed, (await town.Bot.Get<OccurrenceStore>().HistoryAsync(schedule.Id, 9, null, Cancel))[1].State);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Slots_of_one_channel_tell_it_once_in_one_batch_and_on_two_nodes(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        Schedule first = await ShownAsync(town, town.Bot.Operator);
        Schedule second = await town.ScheduleAsync("discord:1", "11", Settings with { Name = "Second", IfEmpty = IfEmpty.Post });
        Schedule third = await town.ScheduleAsync("discord:1", "11", Settings with { Name = "Third", IfEmpty = IfEmpty.Post, Topic = "Zulu" });
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        await town.OpenAsync(first, second);
        bool isMeanwhile = false;
        town.Adapter.Meanwhile = (_, _) =>
        {
            if (!isMeanwhile)
            {
                isMeanwhile = true;
                Task.Run(async () =>
                {
                    await town.OpenAsync(third);
                    await town.RunAsync(town.Node(2));
                }).GetAwaiter().GetResult();
            }
        };

        await town.RunAsync();

        Digest[] posted = await Task.WhenAll(((Schedule[])[first, second, third]).Select(schedule => DigestAsync(town, schedule)));
        Assert.Single(posted.SelectMany(digest => digest.Corrections ?? []));
    }

    [Theory]
    [InlineData(Right, Right)]
    [InlineData("", null)]
    [InlineData("The old figure was taken back by the police.", null)]
    public async Task A_sentence_without_anything_near_it_is_said_to_be_gone(string instead, string? now)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);

        await EditAsync(town, town.Bot.Operator, $"{instead} {Rest}");

        Correction told = Assert.Single((await NextAsync(town, "Alpha", schedule)).Corrections!);
        Assert.Equal((Wrong, now), (told.Quote.Text, told.Now?.Text));
    }

    [Theory]
    [InlineData($"{Rest}\n\n{Wrong}")] // moved
    [InlineData($"At least 12 people were killed when a footbridge collapsed in Torvik\non Sunday, the \u201cpolice\u201d said! {Rest}")]
    [InlineData("A bridge fell down in the north.")] // a teaser in place of the text: nothing was taken back
    public async Task What_only_looks_different_is_no_correction(string text)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);

        await EditAsync(town, town.Bot.Operator, text);

        Assert.Null((await NextAsync(town, "Alpha", schedule)).Corrections);
    }

    [Fact]
    public async Task What_was_told_in_its_place_is_corrected_as_well_and_not_told_as_news()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");
        await NextAsync(town, "Alpha", schedule);

        await EditAsync(town, town.Bot.Operator, $"{Later} {Rest}");
        await town.Bot.ImportAsync(town.Bot.Operator, "Island Wire", Cancel, Articles.Article("Torvik mourns", Right, town.Now.AddHours(23)));
        Digest third = await NextAsync(town, "Bravo", schedule);

        Correction told = Assert.Single(third.Corrections!);
        Assert.Equal((Right, Later), (told.Quote.Text, told.Now!.Text));
        Assert.DoesNotContain(third.Stories, story => story.Quotes.Any(quote => quote.Text == Right));
    }

    [Fact]
    public async Task What_stands_in_its_place_is_not_told_again_below_it_unless_nothing_else_is_new()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");
        await town.PublishAsync(town.Bot.Operator, "Town Post", "Alpha");
        Digest second = await ByHandAsync(town, schedule);

        await EditAsync(town, town.Bot.Operator, $"{Later} {Rest}");
        await town.Bot.ImportAsync(town.Bot.Operator, "Island Wire", Cancel, Articles.Article(Title, Later, town.Now.AddMinutes(-5)));
        Digest third = await ByHandAsync(town, schedule);

        Assert.Equal(Right, Assert.Single(second.Corrections!).Now!.Text);
        Assert.DoesNotContain(second.Stories, story => story.Quotes.Any(quote => quote.Text == Right));
        Assert.Equal(Later, Assert.Single(third.Corrections!).Now!.Text);
        Assert.Equal(Later, Assert.Single(Assert.Single(third.Stories).Quotes).Text);
    }

    [Fact]
    public async Task A_digest_tells_three_and_how_many_are_left_and_the_next_one_tells_those()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        string[] towns = ["Alder", "Birch", "Cedar", "Dogwood", "Elm"];
        await town.PublishAsync(town.Bot.Operator, "Coast Post", towns);
        await RunAsync(town, schedule);
        await town.Bot.ImportAsync(town.Bot.Operator, "Coast Post", Cancel, [.. towns.Select(name => Articles.Article(
            $"{name}ton {name}ville", $"The {name}mayor of {name}ton {name}closed a {name}bridge on {name}day."))]);

        Digest second = await NextAsync(town, "Alpha", schedule);
        Digest third = await NextAsync(town, "Bravo", schedule);

        Assert.Equal((3, 2), (second.Corrections!.Count, second.MoreCorrections));
        Assert.Equal((2, 0), (third.Corrections!.Count, third.MoreCorrections));
        Assert.Equal(5, second.Corrections.Concat(third.Corrections).Select(told => told.Quote.Text).Distinct().Count());
    }

    [Fact]
    public async Task Where_nothing_else_is_new_it_waits_unless_the_schedule_posts_that_as_well()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");

        await NextAsync(town, null, schedule);
        Assert.Equal(SkipReason.Empty, (await town.LastAsync(schedule)).Skipped);
        await town.UpdateAsync((await town.ReadAsync(schedule)) with { Settings = Settings with { IfEmpty = IfEmpty.Post, MentionRole = "77" } });
        Digest empty = await NextAsync(town, null, schedule);

        Assert.Empty(empty.Stories);
        Assert.Single(empty.Corrections!);
        Assert.Null((await town.OutboxAsync())[^1].MentionRole);
    }

    [Fact]
    public async Task Nothing_is_told_of_what_the_space_may_no_longer_see()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Space owner = await town.Bot.SpaceAsync("discord:1", Cancel);
        Schedule schedule = await ShownAsync(town, owner);
        await EditAsync(town, owner, $"{Right} {Rest}");
        await town.ExecuteAsync("DELETE FROM space_source");

        Assert.Null((await NextAsync(town, "Alpha", schedule)).Corrections);
    }

    [Fact]
    public async Task What_was_told_of_an_article_is_forgotten_with_it()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");
        Digest told = await NextAsync(town, "Alpha", schedule);

        await town.Bot.Get<ArticleForgetter>().ForgetAsync("https://coast.example/torvik", Cancel);

        Digest left = await DigestAsync(town, schedule);
        Assert.NotNull(told.Corrections);
        Assert.Equal((told.Stories.Count, null, 1), (left.Stories.Count, left.Corrections, left.Forgotten!.Count));
        Assert.Null((await NextAsync(town, "Bravo", schedule)).Corrections);
    }

    [Fact]
    public async Task A_digest_that_somebody_asks_for_says_nothing_of_it()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        Schedule schedule = await ShownAsync(town, town.Bot.Operator);
        await EditAsync(town, town.Bot.Operator, $"{Right} {Rest}");

        Assert.Null((await town.Bot.DigestAsync(schedule.Space, "Torvik", Cancel)).Corrections);
    }

    // The first digest shows the sentence that will turn out to be wrong.
    private static async Task<Schedule> ShownAsync(SlotRunnerTown town, Space owner)
    {
        Schedule schedule = await town.ScheduleAsync("discord:1", "11");
        await EditAsync(town, owner, $"{Wrong} {Rest}");
        town.Bot.Clock.Advance(Before);
        await RunAsync(town, schedule);
        Assert.Contains((await DigestAsync(town, schedule)).Stories[0].Quotes, quote => quote.Text == Wrong);
        return schedule;
    }

    private static Task<IngestReport> EditAsync(SlotRunnerTown town, Space owner, string text) => town.Bot.ImportAsync(
        owner, "Coast Post", Cancel, Articles.Article(Title, text, Eight.AddHours(-20), "https://coast.example/torvik"));

    /// <summary>A day later, with something new.</summary>
    private static async Task<Digest> NextAsync(SlotRunnerTown town, string? news, params Schedule[] schedules)
    {
        town.Bot.Clock.Advance(TimeSpan.FromDays(1));
        if (news is not null)
        {
            await town.PublishAsync(town.Bot.Operator, "Town Post", news);
        }

        await RunAsync(town, schedules);
        return await DigestAsync(town, schedules[0]);
    }

    // Looks at the whole day again.
    private static async Task<Digest> ByHandAsync(SlotRunnerTown town, Schedule schedule)
    {
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await town.OpenAsync([town.ByHand(schedule)]);
        await town.RunAsync();
        return await DigestAsync(town, schedule);
    }

    private static async Task RunAsync(SlotRunnerTown town, params Schedule[] schedules)
    {
        await town.OpenAsync(schedules);
        await town.RunAsync();
    }

    private static async Task<Digest> DigestAsync(SlotRunnerTown town, Schedule schedule) =>
        (await town.Bot.Get<DigestArchive>().FindAsync(schedule.Space, (await town.LastAsync(schedule)).DigestId ?? "", Cancel))!;
}
