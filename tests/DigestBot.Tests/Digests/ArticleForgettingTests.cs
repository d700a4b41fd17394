using System.Text;
using System.Text.Json;
using Dapper;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Store;

namespace DigestBot.Tests.Digests;

/// <summary>What is to be forgotten is nowhere in the store afterwards, and does not come back.</summary>
public abstract class ArticleForgettingTests(string provider)
{
    private const string Url = "https://news.example/ferry";
    private const string Title = "Ferry Marigold runs aground near Ostervik";
    private const string Mark = "Marigold";
    private const string Sentence = "The ferry Marigold ran aground *north* of Ostervik at dawn.";
    private const string Other = "Divers inspected the ferry near Ostervik and found its hull unharmed.";

    private static readonly DateTimeOffset Dawn = TestBot.Begin.AddHours(-2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_it_is_left_in_any_table()
    {
        await using TestBot bot = await StartAsync();
        var ledger = new Ledger(bot);
        Schedule schedule = await ledger.ScheduleAsync();
        Digest digest = await bot.DigestAsync(bot.Operator, "ferry", Cancel);
        Assert.Contains(digest.Stories, story => story.Quotes.Any(quote => quote.Text == Sentence));
        await KeepSharedAsync(bot, digest);
        await PostAsync(ledger, schedule, "sent", JsonSerializer.Serialize(new { text = $"> {Sentence.Replace("*", "\\*", StringComparison.Ordinal)}" }));
        await ledger.SendAllAsync();
        await PostAsync(ledger, schedule, "waiting", JsonSerializer.Serialize(new { blocks = new object[] { new { text = $"<p>{Sentence}</p>" } } }));
        await bot.Get<ConversationStore>().SaveAsync(bot.Operator, "discord:4", new(digest.Id, [new($"Is it true that {Sentence}", true, [])]), Cancel);
        await bot.Get<ConversationStore>().SaveAsync(bot.Operator, "discord:5", new(digest.Id, [new("what about the ferry?", true, [])]), Cancel);
        Assert.True(await CountAsync(bot, Mark) > 5);
        Assert.Equal(provider == "sqlite", (await FilesAsync(bot)).Contains(Mark, StringComparison.Ordinal));

        Erased? erased = await bot.Get<ArticleForgetter>().ForgetAsync($"{Url}?utm_source=x#top", Cancel);

        Assert.Equal(new Erased(1, 2, 2, 1, 1, Wiped: true), erased);
        Assert.Equal(0, await CountAsync(bot, Mark));
        Assert.DoesNotContain(Mark, await FilesAsync(bot), StringComparison.Ordinal);
        Assert.Empty((await bot.Get<ConversationStore>().FindAsync(bot.Operator, "discord:4", Cancel)).Turns);
        Assert.Single((await bot.Get<ConversationStore>().FindAsync(bot.Operator, "discord:5", Cancel)).Turns);
        Assert.Equal(
            (OccurrenceState.Delivered, OccurrenceState.Failed),
            ((await ledger.OccurrenceAsync(schedule, "sent")).State, (await ledger.OccurrenceAsync(schedule, "waiting")).State));
        Assert.Empty(await ledger.TakeAsync());
        await bot.Get<Database>().ReadAsync(async connection =>
        {
            await StoreAudit.IsSoundAsync(connection);
            return true;
        }, Cancel);
    }

    [Fact]
    public async Task Old_digests_keep_the_quotes_of_others_and_say_that_its_own_are_gone()
    {
        await using TestBot bot = await StartAsync();
        Digest digest = await bot.DigestAsync(bot.Operator, "ferry", Cancel);

        await bot.Get<ArticleForgetter>().ForgetAsync(Url, Cancel);

        Digest kept = (await bot.Get<DigestArchive>().FindAsync(bot.Operator, digest.Id, Cancel))!;
        Assert.All(kept.Stories, story => Assert.NotEmpty(story.Quotes));
        Assert.Contains(kept.Stories, story => story.Quotes.Any(quote => quote.Text == Other));
        IReadOnlyList<QuoteCheck> checks = (await bot.Get<DigestVerifier>().VerifyAsync(bot.Operator, digest.Id, Cancel))!;
        Assert.Equal(
            digest.Stories.Sum(story => story.Quotes.Count(quote => quote.Article.Url == Url)),
            checks.Count(check => check.State == QuoteState.Gone));
        Assert.All(checks, check => Assert.Equal(check.State == QuoteState.Gone, check.Quote.Text.Length == 0));
        Digest now = await bot.DigestAsync(bot.Operator, "ferry", Cancel);
        Assert.DoesNotContain(now.Stories, story => story.Title == Title || story.Quotes.Any(quote => quote.Article.Url == Url));
        Assert.Equal(digest.Coverage.Articles - 1, now.Coverage.Articles);
    }

    [Fact]
    public async Task It_is_not_read_again_until_it_is_allowed()
    {
        await using TestBot bot = await StartAsync();
        ArticleForgetter forgetter = bot.Get<ArticleForgetter>();
        await forgetter.ForgetAsync(Url, Cancel);
        Space guild = await bot.SpaceAsync("discord:1", Cancel);

        IngestReport again = await bot.ImportAsync(bot.Operator, "Wire", Cancel, Ferry("It was refloated."));
        IngestReport elsewhere = await bot.ImportAsync(guild, "Own", Cancel, Ferry(Sentence));
        IngestReport other = await bot.ImportAsync(bot.Operator, "Wire", Cancel, Articles.Article("Harbour", "The harbour opened.", Dawn));

        Assert.Equal([(0, 1), (0, 1), (1, 0)], new[] { again, elsewhere, other }.Select(report => (report.New, report.Forgotten)));
        Assert.True(await forgetter.AllowAsync(Url, Cancel));
        Assert.False(await forgetter.AllowAsync(Url, Cancel));
        Assert.Equal(1, (await bot.ImportAsync(bot.Operator, "Wire", Cancel, Ferry(Sentence))).New);
    }

    [Fact]
    public async Task An_item_that_moves_to_another_address_stays_forgotten()
    {
        await using TestBot bot = await StartAsync();
        IncomingArticle item = Ferry(Sentence) with { Guid = "item-7", Url = "https://news.example/live" };
        await bot.ImportAsync(bot.Operator, "Feed", Cancel, item);

        await bot.Get<ArticleForgetter>().ForgetAsync("https://news.example/live", Cancel);

        Assert.Equal(1, (await bot.ImportAsync(bot.Operator, "Feed", Cancel, item with { Url = "https://news.example/moved" })).Forgotten);
    }

    [Fact]
    public async Task A_digest_that_was_composed_before_is_not_kept_after()
    {
        await using TestBot bot = await StartAsync();
        Digest digest = await bot.DigestAsync(bot.Operator, "ferry", Cancel);
        Space guild = await bot.SpaceAsync("discord:1", Cancel);
        await bot.Get<ArticleForgetter>().ForgetAsync(Url, Cancel);

        Digest late = await bot.Get<DigestArchive>().KeepAsync(guild, digest, Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => KeepSharedAsync(bot, digest));

        Assert.Null(await bot.Get<DigestArchive>().FindAsync(guild, late.Id, Cancel));
        Assert.Equal(0, await CountAsync(bot, Mark));
    }

    [Fact]
    public async Task An_address_that_is_not_stored_is_kept_out_and_one_that_is_none_is_refused()
    {
        await using TestBot bot = await StartAsync();
        ArticleForgetter forgetter = bot.Get<ArticleForgetter>();

        Assert.Equal(new Erased(0, 0, 0, 0, 0, Wiped: true), await forgetter.ForgetAsync("https://news.example/later", Cancel));
        Assert.Null(await forgetter.ForgetAsync("later", Cancel));
        Assert.Null(await forgetter.AllowAsync("", Cancel));

        IncomingArticle later = Articles.Article("Later", "It came later.", Dawn, "https://news.example/later");
        Assert.Equal(1, (await bot.ImportAsync(bot.Operator, "Wire", Cancel, later)).Forgotten);
    }

    [Fact]
    public async Task Stories_go_on_without_it()
    {
        await using TestBot bot = await StartAsync();
        await bot.Get<ArticleForgetter>().ForgetAsync(Url, Cancel);

        await bot.ImportAsync(bot.Operator, "Third", Cancel, Articles.Article(
            "Ferry near Ostervik towed", "A tug towed the ferry near Ostervik after divers inspected its hull.", Dawn.AddHours(1)));

        Digest digest = await bot.DigestAsync(bot.Operator, "ferry", Cancel);
        Assert.Equal(2, digest.Coverage.Articles);
        await bot.Get<Database>().ReadAsync(async connection =>
        {
            await StoreAudit.IsSoundAsync(connection);
            return true;
        }, Cancel);
    }

    private static IncomingArticle Ferry(string text) => Articles.Article(Title, text, Dawn, Url);

    private static async Task<long> CountAsync(TestBot bot, string mark)
    {
        string[] tables = ["article", "article_version", "digest", "body", "conversation", "post", "occurrence", "source", "forgotten_article"];
        long found = 0;
        foreach (string table in tables)
        {
            found += await bot.Get<Database>().ReadAsync(
                async connection => (await connection.QueryAsync($"SELECT * FROM {table}"))
                    .Count(row => ((IDictionary<string, object>)row).Values.Any(value => value is string text && text.Contains(mark, StringComparison.Ordinal))),
                Cancel);
        }

        return found;
    }

    private static Task<bool> KeepSharedAsync(TestBot bot, Digest digest) => bot.Get<Database>().InTransactionAsync(
        async transaction =>
        {
            await bot.Get<DigestArchive>().AddAsync(transaction, [bot.Operator.Id], DigestArchive.Seal(digest));
            return true;
        },
        Cancel);

    private static async Task PostAsync(Ledger ledger, Schedule schedule, string slot, string body)
    {
        await ledger.OpenAsync(new NewOccurrence(schedule.Id, slot, ledger.Now, false, null));
        TakenOccurrence taken = Assert.Single(await ledger.Occurrences.TakeAsync(10, ledger.Now + Ledger.Lease, Ledger.Worker, Cancel));
        NewPost[] posts =
        [
            new($"{slot}/1", taken.Id, schedule.Channel, 1, 1, body, null, ledger.Now.AddHours(6)),
        ];
        await ledger.WriteAsync(async transaction =>
        {
            await ledger.Posts.AddAsync(transaction, posts);
            return await ledger.Occurrences.EndAsync(transaction, taken, new OccurrenceEnd.Queued("another", 1));
        });
    }

    // Latin-1 keeps every byte apart, so that ASCII is found wherever it stands. The log beside the file comes and goes.
    private static async Task<string> FilesAsync(TestBot bot)
    {
        var content = new StringBuilder();
        foreach (string file in (string[])[bot.File, $"{bot.File}-wal"])
        {
            try
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                content.Append(await reader.ReadToEndAsync(Cancel));
            }
            catch (FileNotFoundException)
            {
                continue;
            }
        }

        return content.ToString();
    }

    private async Task<TestBot> StartAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, Ferry("The ferry Marigold is late, said the port of Ostervik."));
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, Ferry($"{Sentence} The ferry of Marigold Lines carried 212 passengers to Ostervik."));
        await bot.ImportAsync(bot.Operator, "Coast", Cancel, Articles.Article("Divers inspect ferry near Ostervik", Other, Dawn.AddMinutes(20)));
        await bot.ImportAsync(bot.Operator, "Filler", Cancel, [.. Enumerable.Range(0, 60).Select(i => Articles.Article(
            $"Council {i} votes", string.Concat(Enumerable.Repeat($"Council number {i} voted on its budget in ward {i}. ", 40)), Dawn.AddSeconds(i)))]);
        return bot;
    }
}

public sealed class SqliteArticleForgettingTests() : ArticleForgettingTests("sqlite");

public sealed class PostgresArticleForgettingTests() : ArticleForgettingTests("postgresql");
