using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Digests;

/// <summary>No digest, story or answer quotes more words of an article than the space has set for its source.</summary>
public abstract class QuoteBudgetTests(string provider)
{
    private const string Lower = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
    private const string Higher = "A footbridge collapsed in Torvik on Sunday and 19 people died, the mayor of the town told reporters.";
    private const string Question = "How many people died when the footbridge collapsed in Torvik?";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(1000)]
    public async Task No_reply_quotes_more_of_an_article_than_its_budget(int most)
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await room.SayAsync($"/sources set Coast Post quote-words:{most}");
        await room.SayAsync("/sources set Island Wire quote-words:18");

        Digest digest = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest Torvik")).Digest;
        IReadOnlyList<SearchHit> hits = Assert.IsType<Reply.OfSearch>(await room.SayAsync("/search Torvik footbridge")).Hits;
        StoryDetail story = (await bot.Get<StoryCatalog>().FindAsync(room.Space, Assert.Single(digest.Stories).Id, Cancel))!;
        Digest news = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/catchup")).Digest;
        Answer answer = await bot.AskAsync(room.Space, Question, Cancel);
        Citation[][] replies =
        [
            [.. digest.Stories.SelectMany(one => one.Quotes)],
            [.. story.Story.Quotes, .. story.Timeline.Select(day => day.Quote)],
            [.. news.Stories.SelectMany(one => one.Quotes)],
            [.. answer.Quotes, .. answer.Nearest],
            [.. hits.Select(hit => hit.Sentence).OfType<Citation>()],
        ];

        foreach (Citation[] reply in replies)
        {
            Assert.NotEmpty(reply);
            foreach (IGrouping<(string Id, string Source), Citation> article in reply.GroupBy(quote => (quote.Article.Id, quote.Article.Source)))
            {
                int budget = article.Key.Source switch { "Coast Post" => most, "Island Wire" => 18, _ => int.MaxValue };
                Assert.InRange(article.Sum(quote => WordCount.Of(quote.Text)), 0, budget);
            }
        }

        // Named, and linked where the story is told, all the same.
        Assert.Contains("Coast Post", digest.Stories[0].Publishers);
        Assert.Contains(story.Articles, article => article.Source == "Coast Post");
        Assert.Contains(hits, hit => hit.Article.Source == "Coast Post" && (most > 0 || hit.Sentence is null));
        Assert.Equal(most >= 17, digest.Stories[0].Quotes.Any(quote => quote.Text == Lower));
        Assert.True(most < 1000 || story.Timeline.Count > 1);
    }

    [Fact]
    public async Task What_is_never_quoted_is_told_by_others_and_only_where_that_is_set()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Space elsewhere = await bot.SpaceAsync("discord:9", Cancel);
        Digest before = await bot.DigestAsync(elsewhere, "Torvik", Cancel);
        Assert.Equal(2, Assert.Single(before.Stories).Differing);

        await room.SayAsync("/sources set Coast Post quote-words:0");
        DigestStory story = Assert.Single((await bot.DigestAsync(room.Space, "Torvik", Cancel)).Stories);
        Answer answer = await bot.AskAsync(room.Space, Question, Cancel);

        Assert.DoesNotContain(story.Quotes.Concat(answer.Quotes).Concat(answer.Nearest), quote => quote.Article.Source == "Coast Post");
        Assert.Equal((0, true), (story.Differing, story.Quotes.Any(quote => quote.Text == Higher)));
        Assert.Equal(before.Stories[0].Quotes, Assert.Single((await bot.DigestAsync(elsewhere, "Torvik", Cancel)).Stories).Quotes);

        foreach (string source in (string[])["Island Wire", "Hill Times"])
        {
            await room.SayAsync($"/sources set {source} quote-words:0");
        }

        Assert.Empty((await bot.DigestAsync(room.Space, "Torvik", Cancel)).Stories);
        Assert.Empty((await bot.AskAsync(room.Space, Question, Cancel)).Nearest);
        await room.SayAsync("/sources set Coast Post quote-words:none");
        Assert.All((await bot.DigestAsync(room.Space, "Torvik", Cancel)).Stories[0].Quotes, quote => Assert.Equal("Coast Post", quote.Article.Source));
    }

    [Fact]
    public async Task A_story_of_many_is_told_by_those_that_may_be_quoted_however_late_they_came()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        string[] extra = ["Divers searched the river.", "The king was told at noon.", "Trains were late.", "A fair was broken off.", "Schools stay shut.", "Engineers had warned.", "It rained.", "Flags fly low."];
        for (int i = 0; i < extra.Length; i++)
        {
            await bot.ImportAsync(bot.Operator, $"Paper {i}", Cancel, Articles.Article(
                $"Footbridge collapses in Torvik, paper {i}", $"A footbridge over the river Aaven collapsed in Torvik on Sunday. {extra[i]}",
                TestBot.Begin.AddHours(i - 12), $"https://paper{i}.example/bridge"));
            _ = i == extra.Length - 1 ? null : await room.SayAsync($"/sources set Paper {i} quote-words:0");
        }

        DigestStory story = Assert.Single((await bot.DigestAsync(room.Space, "Torvik", Cancel)).Stories);

        Assert.NotEmpty(story.Quotes);
        Assert.All(story.Quotes, quote => Assert.Equal("Paper 7", quote.Article.Source));
    }

    [Theory]
    [InlineData("/sources set", "set")]
    [InlineData("/sources set Coast Post", "[tier:…] [quote-words:…]")]
    [InlineData("/sources set Coast Post tier:best", "first, usual, minor")]
    [InlineData("/sources set Coast Post quote-words:1001", "from 0 to 1000, or none")]
    [InlineData("/sources set Coast Post quote-words:-1", "from 0 to 1000, or none")]
    [InlineData("/sources set Nobody tier:first", "Nobody")]
    public async Task What_is_not_understood_is_refused_and_changes_nothing(string said, string named)
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Assert.Contains(named, await room.RefusedAsync(said), StringComparison.Ordinal);
        Assert.Contains("Only a manager", await (room with { IsManager = false }).RefusedAsync("/sources set Coast Post tier:first"), StringComparison.Ordinal);
        Assert.Contains("first, usual, minor", Assert.IsType<Reply.Refusal>(
            await room.FillInAsync("sources", ("action", "set"), ("source", "Coast Post"), ("tier", "best"))).Sentence, StringComparison.Ordinal);
        Assert.All(await bot.Get<SourceStore>().ListAsync(room.Space, Cancel), source => Assert.Equal((SourceTier.Usual, null), (source.Tier, source.QuoteWords)));
    }

    [Fact]
    public async Task What_is_set_is_shown_where_the_source_is()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        await room.FillInAsync("sources", ("action", "set"), ("source", "Coast Post"), ("tier", "minor"));
        await room.FillInAsync("sources", ("action", "set"), ("source", "Coast Post"), ("quote-words", "40"));

        const string Shown = "minor tier, at most 40 words of one article are quoted";
        Assert.Contains(Shown, room.Print(await room.SayAsync("/sources show Coast Post")), StringComparison.Ordinal);
        string listed = room.Print(await room.SayAsync("/sources list"));
        Assert.Equal(2, listed.Split(Shown).Length);
        Assert.DoesNotContain("tier", listed.Replace(Shown, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<TestBot> NewsAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel,
            Report("Footbridge over the Aaven opened in Torvik", "The king opened a footbridge over the river Aaven in Torvik on Friday. The footbridge cost nine million crowns.", -53, "coast", 1),
            Report(
                "Footbridge collapses in Torvik",
                $"{Lower} The bridge over the river Aaven had been opened by the king of the country on Friday. Engineers had asked for new cables.", -5, "coast", 2));
        await bot.ImportAsync(bot.Operator, "Island Wire", Cancel,
            Report("Torvik footbridge sways, walkers say", "Walkers felt the footbridge over the river Aaven in Torvik sway on Saturday. The town of Torvik closed the footbridge for an hour.", -27, "island", 1),
            Report("Torvik footbridge collapse: mayor speaks", $"{Higher} The footbridge in Torvik was full of visitors of a fair. Divers went on searching the river Aaven until dark.", -2, "island", 2));
        await bot.ImportAsync(bot.Operator, "Hill Times", Cancel, Report(
            "Torvik footbridge: cables looked at", "Two cables of the footbridge over the river Aaven in Torvik had rusted. A professor looked at the footbridge on Sunday. The police in Torvik took the plans away.", -1, "hill", 1));
        return bot;
    }

    private static IncomingArticle Report(string title, string text, int hours, string site, int number) =>
        Articles.Article(title, text, TestBot.Begin.AddHours(hours), $"https://{site}.example/{number}");
}

public sealed class SqliteQuoteBudgetTests() : QuoteBudgetTests("sqlite");

public sealed class PostgresQuoteBudgetTests() : QuoteBudgetTests("postgresql");
