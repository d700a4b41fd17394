using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>What an article says of its changes and of payment is kept, the same in both databases.</summary>
public abstract class PaidArticleTests(string provider)
{
    private const string Dam = "The dam broke at dawn on Sunday, officials said.";
    private const string Address = "https://a.example/dam";

    /// <summary>As digests were kept before there were marks.</summary>
    private const string Kept = """
        {"Id":"old","Topic":"dam","Window":{"From":"2026-02-28T07:00:00+00:00","To":"2026-03-01T07:00:00+00:00"},"Fallback":false,"Asked":{"From":"2026-02-28T07:00:00+00:00","To":"2026-03-01T07:00:00+00:00"},"Coverage":{"Sources":1,"Ok":1,"Failing":[],"Articles":1},"Stories":[{"Id":"s","Title":"Dam breaks","Publishers":["A"],"Articles":1,"Quotes":[{"Text":"The dam broke.","Article":{"Id":"12","Title":"Dam breaks","Url":"https://a.example/dam","Source":"A","Published":"2026-03-01T05:00:00+00:00"},"Start":0,"Length":14}]}]}
        """;

    private static readonly DateTimeOffset Published = TestBot.Begin.AddHours(-9);
    private static readonly IncomingArticle Free = Articles.Article("Dam breaks", Dam, Published, Address);
    private static readonly IncomingArticle Paid = Free with { IsPaywalled = true, Modified = TestBot.Begin.AddHours(-2) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_are_stored_and_a_digest_and_an_answer_carry_the_mark()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "A", Cancel, Paid, Articles.Article("Ferry sails", "The ferry sailed for Vela on Monday, its owner said.", Published));

        Digest paid = await bot.DigestAsync(bot.Operator, "dam", Cancel);
        Digest free = await bot.DigestAsync(bot.Operator, "ferry", Cancel);
        Digest replayed = (await bot.Get<DigestArchive>().FindAsync(bot.Operator, paid.Id, Cancel))!;

        Assert.True(Assert.Single(replayed.Stories).Quotes[0].Article.IsPaywalled);
        Assert.True(Assert.Single((await bot.AskAsync(bot.Operator, "When did the dam break?", Cancel)).Quotes).Article.IsPaywalled);
        Assert.DoesNotContain("IsPaywalled", await bot.Get<DigestStore>().FindAsync(bot.Operator, free.Id, Cancel), StringComparison.Ordinal);
        Assert.Equal((Paid.Modified, true), await StoredAsync(bot, paid));
        Assert.Equal((null, false), await StoredAsync(bot, free));
        StoryDetail story = (await bot.Get<StoryCatalog>().FindAsync(bot.Operator, paid.Stories[0].Id, Cancel))!;
        Assert.Equal(Paid.Modified, story.ChangeOf(Assert.Single(story.Articles)));
    }

    [Fact]
    public async Task An_edited_article_has_the_date_and_the_mark_of_what_it_says_now()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "A", Cancel, Paid);
        await bot.ImportAsync(bot.Operator, "A", Cancel, Free with { Text = $"{Dam} Nobody was hurt.", Modified = TestBot.Begin.AddHours(-1) });

        Assert.Equal((TestBot.Begin.AddHours(-1), false), await StoredAsync(bot, await bot.DigestAsync(bot.Operator, "dam", Cancel)));

        await bot.ImportAsync(bot.Operator, "A", Cancel, Paid with { Text = $"{Dam} Two were hurt.", Modified = null });

        Assert.Equal((null, true), await StoredAsync(bot, await bot.DigestAsync(bot.Operator, "dam", Cancel)));
    }

    [Fact]
    public async Task With_the_same_text_the_mark_follows_its_publisher_and_the_date_stays()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "A", Cancel, Free with { Modified = TestBot.Begin.AddHours(-3) });

        IngestReport again = await bot.ImportAsync(bot.Operator, "A", Cancel, Paid);
        Assert.Equal((TestBot.Begin.AddHours(-3), true), await StoredAsync(bot, await bot.DigestAsync(bot.Operator, "dam", Cancel)));
        await bot.ImportAsync(bot.Operator, "A", Cancel, Free);

        Assert.Equal((0, 0, 1), (again.New, again.Updated, again.Duplicates));
        Assert.Equal((TestBot.Begin.AddHours(-3), false), await StoredAsync(bot, await bot.DigestAsync(bot.Operator, "dam", Cancel)));
    }

    [Fact]
    public async Task A_change_that_lies_ahead_or_before_the_article_is_not_believed_and_moves_nothing()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        DateTimeOffset[] said =
            [TestBot.Begin.AddSeconds(1), TestBot.Begin.AddYears(50), DateTimeOffset.MaxValue, Published, Published.AddDays(-1), DateTimeOffset.MinValue];
        foreach (DateTimeOffset modified in said)
        {
            await bot.ImportAsync(bot.Operator, "A", Cancel, Free with { Modified = modified, Text = $"{Dam} It was {modified.Ticks}." });

            Digest digest = await bot.DigestAsync(bot.Operator, "dam", Cancel);

            Assert.Equal((null, false), await StoredAsync(bot, digest));
            Assert.Equal(Published, digest.Stories[0].Quotes[0].Article.Published);
        }

        await bot.ImportAsync(bot.Operator, "A", Cancel, Free with { Published = TestBot.Begin.AddDays(2), Modified = TestBot.Begin.AddDays(-1), Text = Dam });

        Assert.Equal((null, false), await StoredAsync(bot, await bot.DigestAsync(bot.Operator, "dam", Cancel)));
    }

    [Fact]
    public async Task A_digest_that_was_kept_before_there_were_marks_replays_byte_for_byte()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.Get<DigestStore>().SaveAsync(bot.Operator, "old", 1, Kept, [12], Cancel);

        Digest digest = (await bot.Get<DigestArchive>().FindAsync(bot.Operator, "old", Cancel))!;

        Assert.Equal(Kept, JsonSerializer.Serialize(digest, DigestJson.Default.Digest));
        Assert.Contains(
            "  [1] A, 1 Mar 2026, 08:00: https://a.example/dam",
            TextLayout.Lay(digest, SampleReplies.In("en")).Select(line => $"{new string(' ', line.Indent)}{line}"));
        Assert.Equal(QuoteState.Gone, Assert.Single((await bot.Get<DigestVerifier>().VerifyAsync(bot.Operator, "old", Cancel))!).State);
    }

    private static async Task<(DateTimeOffset?, bool)> StoredAsync(TestBot bot, Digest digest)
    {
        Assert.True(ArticleId.TryParse(digest.Stories[0].Quotes[0].Article.Id, out long id));
        Article article = Assert.Single(await bot.Get<ArticleStore>().ReadAsync(bot.Operator, [id], Cancel));
        return (article.Modified, article.IsPaywalled);
    }
}

public sealed class SqlitePaidArticleTests() : PaidArticleTests("sqlite");

public sealed class PostgresPaidArticleTests() : PaidArticleTests("postgresql");
