using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Running;
using DigestBot.Store;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Adapters.Teams;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Schedules;
using static DigestBot.Tests.Infrastructure.FootbridgeNews;

namespace DigestBot.Tests.Digests;

/// <summary>Where publishers count the same thing and differ, both stand side by side, and nobody is said to be right.</summary>
public sealed class DifferingReportsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_two_sentences_stand_last_in_a_digest_and_can_be_verified()
    {
        await using TestBot bot = await NewsAsync();

        Digest digest = await bot.DigestAsync(bot.Operator, "Torvik", Cancel);

        DigestStory story = Assert.Single(digest.Stories);
        Assert.Equal(2, story.Differing);
        Assert.Equal([Lower, Higher], story.Quotes.TakeLast(2).Select(quote => quote.Text));
        Assert.Equal(story.Quotes.Count, story.Quotes.Select(quote => quote.Text).Distinct().Count());
        Assert.All((await bot.Get<DigestVerifier>().VerifyAsync(bot.Operator, digest.Id, Cancel))!, check => Assert.Equal(QuoteState.Unchanged, check.State));
    }

    [Fact]
    public async Task They_stand_in_the_story_and_are_explained_by_that()
    {
        await using TestBot bot = await NewsAsync();
        Digest digest = await bot.DigestAsync(bot.Operator, "Torvik", Cancel);

        StoryDetail story = (await bot.Get<StoryCatalog>().FindAsync(bot.Operator, digest.Stories[0].Id, Cancel))!;
        StoryExplanation explained = (await bot.Get<StoryExplainer>().ExplainAsync(bot.Operator, digest, 1, null, Cancel))!;

        Assert.Equal(2, story.Story.Differing);
        Assert.Equal([Lower, Higher], explained.Quotes.Where(quote => quote.Differs).Select(quote => quote.Quote.Text));
    }

    [Fact]
    public async Task A_report_that_a_space_may_not_see_contradicts_nothing_there()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Police);
        await bot.ImportAsync(other, "Island Wire", Cancel, Mayor);

        Assert.Equal(0, Assert.Single((await bot.DigestAsync(bot.Operator, "Torvik", Cancel)).Stories).Differing);
        Assert.Equal(2, Assert.Single((await bot.DigestAsync(other, "Torvik", Cancel)).Stories).Differing);
    }

    [Theory]
    [InlineData("https://island.example/bridge", "Coast Sport", "https://sport.coast.example/1", true)]
    [InlineData("https://coast.example/other", "Coast Sport", "https://sport.coast.example/1", false)]
    [InlineData("https://elsewhere.example/1", "Coast Post", "https://island.example/1", false)] // a search, with articles of several sites
    public async Task Publishers_are_told_apart_as_they_are_counted(string first, string source, string second, bool differ)
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Police with { Url = first });
        await bot.ImportAsync(bot.Operator, source, Cancel, Mayor with { Url = second });

        DigestStory story = Assert.Single((await bot.DigestAsync(bot.Operator, "Torvik", Cancel)).Stories);

        Assert.Equal(differ, story.Differing > 0);
        Assert.Equal(differ ? 2 : 1, story.Publishers.Count);
    }

    [Fact]
    public async Task In_a_channel_that_was_shown_one_of_them_the_other_is_just_news()
    {
        await using TestBot bot = await NewsAsync();
        Digest digest = await bot.DigestAsync(bot.Operator, "Torvik", Cancel);
        Edition edition = Editions.Of(digest, stories: 5);

        DigestStory whole = Assert.Single(edition.Without(new HashSet<long>(), Editions.NoPast).Digest.Stories);
        DigestStory rest = Assert.Single(edition.Without(new HashSet<long> { SentenceKey.Of(Lower) }, Editions.NoPast).Digest.Stories);

        Assert.Equal((2, 0), (whole.Differing, rest.Differing));
        Assert.Contains(rest.Quotes, quote => quote.Text == Higher);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void In_JSON_a_story_has_no_more_quotes_than_were_asked_for_and_is_never_without(int others, int quotes) =>
        Assert.Equal(quotes, DigestView.From(Differing(others), null).Stories[0].Quotes.Count);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_layout_says_above_them_that_reports_differ(string language)
    {
        Reader reader = SampleReplies.In(language);
        Digest digest = Differing(others: 1);
        Reply story = new Reply.OfStory(new StoryDetail(digest.Stories[0], []));
        string heading = reader.Phrases.ReportsDiffer;

        Assert.All(
            (string[])
            [
                string.Join('\n', TextLayout.Lay(digest, reader)),
                string.Join('\n', TextLayout.Lay(story, reader)),
                MarkdownLayout.Render(digest, reader),
                HtmlLayout.Render(digest, reader),
                DiscordLayout.Page(digest, 1, reader).Embeds![0].Description!,
                DiscordLayout.Lay(story, reader)[0].Embeds![0].Description!,
                string.Join('\n', CardReading.Lines(TeamsLayout.Page(digest, 1, reader))),
                string.Join('\n', CardReading.Lines(TeamsLayout.Cards(story, [], reader)[0].Card)),
            ],
            text =>
            {
                int place = text.IndexOf(heading, StringComparison.Ordinal);
                Assert.InRange(place, text.IndexOf(SampleReplies.First[..20], StringComparison.Ordinal), text.Length);
                Assert.True(place < text.IndexOf("twelve", StringComparison.Ordinal));
                Assert.True(place < text.IndexOf("nineteen", StringComparison.Ordinal));
                Assert.Equal(place, text.LastIndexOf(heading, StringComparison.Ordinal));
            });
    }

    private static Digest Differing(int others)
    {
        Digest digest = SampleReplies.Digest();
        ArticleRef article = digest.Stories[0].Quotes[0].Article;
        Citation[] pair = [SampleReplies.Quote("There were twelve.", article), SampleReplies.Quote("There were nineteen.", article with { Id = "12" })];
        return digest with
        {
            Stories = [digest.Stories[0] with { Quotes = [.. digest.Stories[0].Quotes.Take(others), .. pair], Differing = 2 }],
        };
    }

    private static async Task<TestBot> NewsAsync()
    {
        TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Police);
        await bot.ImportAsync(bot.Operator, "Island Wire", Cancel, Mayor);
        return bot;
    }
}
