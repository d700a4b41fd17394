using Dapper;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Adapters.Teams;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Digests;

/// <summary>A story of several days is told day by day, in sentences that stand in the articles of each.</summary>
public sealed class StoryTimelineTests
{
    private const string Background = "Dockers of Nordhavn port walked out over night shifts.";

    // What two articles share makes them one story; what they do not share is the news of the day.
    private static readonly string[] News =
    [
        "The Nordhavn union rejected an offer of seven percent from the harbour company.",
        "Mediators from the ministry met both sides at the Nordhavn customs house until midnight.",
        "Supermarkets near Nordhavn rationed bananas and coffee after ten container ships turned back.",
        "Pilots refused to guide tankers into Nordhavn out of solidarity with the dockers.",
        "A judge allowed pickets at the Nordhavn gates but banned burning tyres there.",
        "Rail freight through Nordhavn doubled while lorries queued along the coastal motorway.",
        "The mayor of Nordhavn opened a soup kitchen for families without wages.",
        "Insurers raised premiums for cargo that waits outside Nordhavn roads.",
        "An overnight vote in Nordhavn split the crane drivers from the warehouse staff.",
        "Divers found a cut cable under the Nordhavn lock and the police began to investigate.",
        "Parliament debated a law that would send soldiers to unload medicine at Nordhavn.",
        "The union and the company signed a contract in Nordhavn and cranes moved again.",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_day_has_one_sentence_of_its_own_articles_which_verifies_and_repeats_nothing()
    {
        await using TestBot bot = await LaterAsync();

        StoryDetail story = await StrikeAsync(bot, days: 9);

        Assert.InRange(story.Timeline.Count, 3, 9);
        Assert.Equal(story.Timeline.Select(day => day.Day).Order(), story.Timeline.Select(day => day.Day));
        Assert.All(story.Timeline, day => Assert.Equal(day.Day, DateOnly.FromDateTime(day.Quote.Article.Published.UtcDateTime)));
        Citation[] shown = [.. story.Story.Quotes, .. story.Timeline.Select(day => day.Quote)];
        Assert.Distinct(shown.Select(quote => quote.Text));
        Assert.All(
            await bot.Get<DigestVerifier>().CheckAsync(bot.Operator, shown, Cancel), check => Assert.Equal(QuoteState.Unchanged, check.State));
    }

    [Fact]
    public async Task A_story_of_one_day_has_none()
    {
        await using TestBot bot = await LaterAsync();

        Assert.Empty((await StrikeAsync(bot, days: 1, perDay: 3)).Timeline);
    }

    [Fact]
    public async Task A_day_that_brings_nothing_but_what_was_told_has_no_entry()
    {
        await using TestBot bot = await LaterAsync();
        await bot.ImportAsync(
            bot.Operator,
            "Coast Post",
            Cancel,
            Article(0, 0, $"{Background} {News[0]}"),
            Article(1, 0, $"{Background} {News[0]}"),
            Article(2, 0, $"{Background} {News[0]} {News[1]}"));

        StoryDetail story = await OnlyAsync(bot, bot.Operator);

        Assert.DoesNotContain(story.Timeline, day => day.Day == Day(1));
    }

    [Fact]
    public async Task A_long_story_shows_where_it_began_and_its_latest_days()
    {
        await using TestBot bot = await LaterAsync();

        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, [.. Days(News.Length, perDay: 34)]);
        await bot.Get<Database>().ReadAsync(
            connection => connection.ExecuteAsync("UPDATE article SET story_id = (SELECT min(id) FROM article)"), Cancel);
        string id = await bot.Get<Database>().ReadAsync(connection => connection.ExecuteScalarAsync<string>("SELECT min(id) FROM article"), Cancel) ?? "";

        StoryDetail story = (await bot.Get<StoryCatalog>().FindAsync(bot.Operator, id, Cancel))!;

        Assert.Equal(200, story.Articles.Count); // of 408, the newest: none of them is of the first day
        Assert.InRange(story.Timeline.Count, 3, 10);
        Assert.DoesNotContain(story.Timeline, day => day.Day == Day(1) || day.Day == Day(2));
        Assert.Equal(Day(0), story.Timeline[0].Day);
    }

    [Fact]
    public async Task A_space_sees_no_day_of_which_only_another_one_knows()
    {
        await using TestBot bot = await LaterAsync();
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, [.. Enumerable.Range(0, 2).Select(day => Article(day, 0))]);
        await bot.ImportAsync(other, "Island Wire", Cancel, Article(2, 0));

        Assert.DoesNotContain((await OnlyAsync(bot, bot.Operator)).Timeline, day => day.Day == Day(2));
    }

    [Theory]
    [InlineData("en", "Day by day:", "Sun 5 Jan 2020")]
    [InlineData("fr", "Jour après jour :", "dim. 5 janv. 2020")]
    [InlineData("ar", "يومًا بيوم:", "الأحد 5 يناير 2020")]
    public void It_stands_between_the_summary_and_the_articles_in_every_layout(string language, string heading, string day)
    {
        Reader reader = SampleReplies.In(language);
        DigestStory story = SampleReplies.Digest().Stories[0];
        Citation quote = SampleReplies.Quote("Crowds gathered.", story.Quotes[0].Article with { Id = "14" });
        Reply reply = new Reply.OfStory(new StoryDetail(story, [quote.Article with { Title = "The last article" }])
        {
            Timeline = [new StoryDay(new DateOnly(2020, 1, 5), quote)],
        });

        Assert.All(
            (string[])
            [
                string.Join('\n', TextLayout.Lay(reply, reader)),
                DiscordLayout.Lay(reply, reader)[0].Embeds![0].Description!,
                string.Join('\n', CardReading.Lines(TeamsLayout.Cards(reply, [], reader)[0].Card)),
            ],
            text =>
            {
                int[] places =
                [
                    .. new[] { SampleReplies.Second, heading, day, "Crowds gathered.", "The last article" }
                        .Select(part => text.Replace('\u00a0', ' ').IndexOf(part, StringComparison.Ordinal)),
                ];
                Assert.Equal(places.Order(), places);
                Assert.True(places[0] >= 0, text);
            });
    }

    private static async Task<TestBot> LaterAsync()
    {
        TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        bot.Clock.SetUtcNow(TestBot.Begin.AddDays(20));
        return bot;
    }

    private static DateOnly Day(int day) => DateOnly.FromDateTime(TestBot.Begin.AddDays(day).UtcDateTime);

    private static IncomingArticle Article(int day, int number, string? text = null) => Articles.Article(
        $"Nordhavn port strike: dockers stay out",
        text ?? (number > 0 ? $"{Background} The strike at Nordhavn port goes on, caller {(char)('A' + number)}nna said." : $"{Background} {News[day]}"),
        TestBot.Begin.AddDays(day).AddMinutes(number),
        $"https://coast.example/{day}/{number}");

    private static IEnumerable<IncomingArticle> Days(int days, int perDay) =>
        Enumerable.Range(0, days).SelectMany(day => Enumerable.Range(0, perDay).Select(number => Article(day, number)));

    private static async Task<StoryDetail> StrikeAsync(TestBot bot, int days, int perDay = 1)
    {
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, [.. Days(days, perDay)]);
        return await OnlyAsync(bot, bot.Operator);
    }

    private static async Task<StoryDetail> OnlyAsync(TestBot bot, Space space)
    {
        StoryListing listing = Assert.Single(await bot.Get<StoryCatalog>().ListAsync(space, null, null, 50, Cancel));
        return (await bot.Get<StoryCatalog>().FindAsync(space, listing.Id, Cancel))!;
    }
}
