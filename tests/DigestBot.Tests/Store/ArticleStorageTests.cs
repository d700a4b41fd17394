using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>What is stored and found, the same in both databases.</summary>
public abstract class ArticleStorageTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_is_found_by_any_form_of_its_words_and_quoted_unchanged()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Harbour Post", Cancel, Articles.Article(
            "Dam breaks near Müllheim",
            "The dam above Müllheim broke at dawn on Sunday, officials said. Nobody was hurt, but 1,200 people left their homes."));

        foreach (string topic in new[] { "dams", "DAM", "mullheim", "Müllheim breaking" })
        {
            Digest digest = await bot.DigestAsync(bot.Operator, topic, Cancel);
            Citation quote = Assert.Single(digest.Stories).Quotes[0];
            IReadOnlyList<QuoteCheck>? checks = await bot.Get<DigestVerifier>().VerifyAsync(bot.Operator, digest.Id, Cancel);
            Assert.All(checks!, check => Assert.Equal(QuoteState.Unchanged, check.State));
            Assert.Equal("Harbour Post", quote.Article.Source);
        }
    }

    [Fact]
    public async Task The_same_article_twice_is_a_duplicate_and_an_edited_one_keeps_its_earlier_version()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        IncomingArticle first = Articles.Article("Dam breaks", "The dam broke at dawn on Sunday, officials said.", url: "https://a.example/dam?utm_source=x");
        IncomingArticle edited = first with { Title = "Dam holds", Text = "The dam did not break at all, officials said.", Url = "https://a.example/dam#top" };
        await bot.ImportAsync(bot.Operator, "A", Cancel, first);
        Digest before = await bot.DigestAsync(bot.Operator, "dam", Cancel);

        IngestReport again = await bot.ImportAsync(bot.Operator, "A", Cancel, first);
        IngestReport changed = await bot.ImportAsync(bot.Operator, "A", Cancel, edited with { Published = bot.Clock.GetUtcNow().AddDays(-3) });

        Assert.Equal(new IngestReport(1, 0, 0, 1, []), again with { Failed = [] });
        Assert.Equal(new IngestReport(1, 0, 1, 0, []), changed with { Failed = [] });
        QuoteCheck check = Assert.Single((await bot.Get<DigestVerifier>().VerifyAsync(bot.Operator, before.Id, Cancel))!);
        Assert.Equal((QuoteState.Edited, null, false), (check.State, check.Now, check.Stands));
        Digest after = await bot.DigestAsync(bot.Operator, "dam", Cancel);
        Assert.Equal("Dam holds", Assert.Single(after.Stories).Title);
    }

    [Fact]
    public async Task A_future_date_counts_as_now_and_an_old_one_lies_outside_the_window()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(
            bot.Operator,
            "A",
            Cancel,
            Articles.Article("Tomorrow's dam", "The dam of tomorrow was opened by the mayor today.", now.AddYears(5)),
            Articles.Article("Last week's dam", "The dam of last week was closed by the mayor again.", now.AddDays(-7)));

        Digest day = await bot.DigestAsync(bot.Operator, "dam", Cancel, TimeSpan.FromDays(1));
        Digest month = await bot.DigestAsync(bot.Operator, "dam", Cancel, TimeSpan.FromDays(30));

        Assert.Equal("Tomorrow's dam", Assert.Single(day.Stories).Title);
        Assert.Equal(now, day.Stories[0].Quotes[0].Article.Published);
        Assert.Equal(2, month.Coverage.Articles);
    }

    [Fact]
    public async Task Text_with_zeros_lone_surrogates_and_hidden_marks_is_stored_without_them()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(
            bot.Operator, "A", Cancel, Articles.Article("Odd \0text", "The mayor\0 of Town\u202E said \ud800 the bridge was open again."));

        Digest digest = await bot.DigestAsync(bot.Operator, "mayor", Cancel);

        Assert.Equal("The mayor of Town said \uFFFD the bridge was open again.", Assert.Single(digest.Stories[0].Quotes).Text);
    }

    [Fact]
    public async Task An_article_without_text_is_a_failure_and_the_others_are_stored()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);

        IngestReport report = await bot.ImportAsync(
            bot.Operator, "A", Cancel, Articles.Article("Empty", " \n\u200B "), Articles.Article("Full", "The full story is told here at length."));

        Assert.Equal(1, report.New);
        Assert.Equal("https://news.example/Empty", Assert.Single(report.Failed).What);
    }

    [Fact]
    public async Task Three_outlets_on_one_event_are_one_story_and_another_event_is_another()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(bot.Operator, "A", Cancel, Articles.Article(
            "Dam breaks near Ostia",
            "The Ostia dam broke at dawn. Rescuers searched the flooded valley below Ostia for survivors.",
            now.AddHours(-2),
            "https://a.example/1"));
        await bot.ImportAsync(bot.Operator, "B", Cancel, Articles.Article(
            "Flood after Ostia dam failure",
            "Rescuers in the valley of Ostia searched for survivors after the dam broke at dawn.",
            now.AddHours(-1),
            "https://b.example/1"));
        await bot.ImportAsync(bot.Operator, "C", Cancel, Articles.Article(
            "Election won by Ibarra",
            "Ibarra won the presidential election with 52 percent of the vote, the commission said.",
            now.AddHours(-1),
            "https://c.example/1"));

        Digest digest = await bot.DigestAsync(bot.Operator, null, Cancel);

        Assert.Equal(2, digest.Stories.Count);
        Assert.Equal(["A", "B"], digest.Stories[0].Publishers);
        Assert.Equal(3, digest.Coverage.Articles);
    }
}

public sealed class SqliteArticleStorageTests() : ArticleStorageTests("sqlite");

public sealed class PostgresArticleStorageTests() : ArticleStorageTests("postgresql");
