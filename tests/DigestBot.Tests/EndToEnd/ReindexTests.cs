using Dapper;
using DigestBot.Answers;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>After an upgrade of the analyzer the index is rebuilt while the bot goes on.</summary>
public abstract class ReindexTests(string provider)
{
    private const int Articles = 450; // more than two batches

    private static readonly DateTimeOffset Day = new(2026, 2, 28, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_older_analyzer_indexed_is_found_before_during_and_after()
    {
        await using TestBot bot = await FillAsync();
        string fresh = await FoundAsync(bot);
        await AgeAsync(bot);

        string before = await FoundAsync(bot);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bot.Get<Reindexer>().RunAsync(new StopAtFirst(stop), stop.Token));
        long left = await bot.Get<Reindexer>().CountOutdatedAsync(Cancel);
        string during = await FoundAsync(bot);
        long rest = await bot.Get<Reindexer>().RunAsync(null, Cancel);

        Assert.Equal(fresh, before);
        Assert.Equal(fresh, during);
        Assert.InRange(left, 1, Articles - 1);
        Assert.Equal(left, rest);
        Assert.Equal(fresh, await FoundAsync(bot));
        Assert.Equal(0, await bot.Get<Reindexer>().CountOutdatedAsync(Cancel));
        await IsSoundAsync(bot);
    }

    [Fact]
    public async Task An_article_that_changes_meanwhile_is_counted_once()
    {
        await using TestBot bot = await FillAsync();
        await AgeAsync(bot);

        await bot.ImportAsync(bot.Operator, "Wire", Cancel, Article(7) with { Text = "The text of number seven is another one now." });
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, Article(Articles));
        await bot.Get<Reindexer>().RunAsync(null, Cancel);

        await IsSoundAsync(bot);
    }

    [Theory]
    [InlineData("Парламент Норландии назначил выборы президента на май.", "выборах президенту")]
    [InlineData("والبرلمان صوت على انتخابات رئاسية جديدة.", "الانتخابات برلمان")]
    [InlineData("Der Präsident von Norland hat die Wahl auf den Mai verschoben.", "Wahlen Präsidenten")]
    [InlineData("Le gouvernement de la Norlande a reporté l’élection au mois de mai.", "élections gouvernements")]
    [InlineData("El gobierno de Norlandia aplazó la elección hasta el mes de mayo.", "elecciones gobiernos")]
    [InlineData("Il governo della Norlandia ha rinviato l’elezione al mese di maggio.", "elezioni governi")]
    [InlineData("O governo da Norlândia adiou a eleição para o mês de maio.", "eleições governos")]
    [InlineData("De regering van Norland heeft de verkiezing uitgesteld tot mei.", "verkiezingen regeringen")]
    public async Task News_is_found_by_other_forms_of_its_words(string text, string query)
    {
        await using TestBot bot = await FillAsync();
        IncomingArticle article = Infrastructure.Articles.Article(text, text, new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero));
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, article);
        await AgeAsync(bot);
        await bot.Get<Reindexer>().RunAsync(null, Cancel);

        IReadOnlyList<SearchHit> hits = await bot.Get<ArticleSearch>().SearchAsync(
            new SearchRequest(bot.Operator, query, null, SearchOrder.Best, 1), Cancel);

        Assert.Equal(text, Assert.Single(hits).Article.Title);
        Assert.NotNull(hits[0].Sentence);
        await IsSoundAsync(bot);
    }

    [Fact]
    public async Task A_function_word_of_a_question_finds_no_word_of_another_language()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(
            bot.Operator, "Wire", Cancel, Infrastructure.Articles.Article("Two die at sea", "Two sailors die in a storm at sea, the coast guard said.", Day));

        IReadOnlyList<SearchHit> german = await bot.Get<ArticleSearch>().SearchAsync(
            new SearchRequest(bot.Operator, "Die Wahlen in Bayern", null, SearchOrder.Best, 5), Cancel);
        IReadOnlyList<SearchHit> english = await bot.Get<ArticleSearch>().SearchAsync(
            new SearchRequest(bot.Operator, "who did die?", null, SearchOrder.Best, 5), Cancel);

        Assert.Empty(german);
        Assert.Single(english);
    }

    [Fact]
    public async Task An_article_that_changes_its_language_is_counted_once()
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        IncomingArticle german = Infrastructure.Articles.Article(
            "Die Wahl", "Der Präsident von Norland hat die Wahl auf den Mai verschoben.", Day) with
        { Language = "de" };
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, german);
        await bot.ImportAsync(
            bot.Operator, "Wire", Cancel, german with { Text = "The president of Norland has put off the vote until May, he said.", Language = "en" });

        await IsSoundAsync(bot);
    }

    private async Task<TestBot> FillAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, [.. Enumerable.Range(0, Articles).Select(Article)]);
        return bot;
    }

    private static IncomingArticle Article(int number) => Infrastructure.Articles.Article(
        $"Town {number} opens bridge",
        $"The mayor of town{number} opened the bridge number{number} on Sunday. It cost {number + 10} million euros.",
        new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero).AddMinutes(number));

    private static Task<int> AgeAsync(TestBot bot) => bot.Get<Database>().WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "UPDATE article_terms SET analyzer_version = analyzer_version - 1; UPDATE term_frequency SET analyzer_version = analyzer_version - 1;",
            transaction: transaction),
        Cancel);

    // What readers see, without the confidence, which may move a little while words are counted anew.
    private static async Task<string> FoundAsync(TestBot bot)
    {
        Answer answer = await bot.AskAsync(bot.Operator, "How much did the bridge number123 cost?", Cancel);
        IReadOnlyList<SearchHit> hits = await bot.Get<ArticleSearch>().SearchAsync(
            new SearchRequest(bot.Operator, "town444 bridge", null, SearchOrder.Best, 1), Cancel);
        DigestBot.Digests.Digest digest = await bot.DigestAsync(bot.Operator, "town3", Cancel, TimeSpan.FromDays(7));
        return string.Join('\n', (string[])
        [
            $"{answer.Answered}", .. answer.Quotes.Select(quote => quote.Text), .. hits.Select(hit => hit.Article.Title),
            .. digest.Stories.SelectMany(story => story.Quotes).Select(quote => quote.Text),
        ]);
    }

    private static async Task IsSoundAsync(TestBot bot) =>
        Findings.None(await bot.Get<Database>().ReadAsync(StoreAudit.FindingsAsync, Cancel));

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => stop.Cancel();
    }
}

public sealed class SqliteReindexTests() : ReindexTests("sqlite");

public sealed class PostgresReindexTests() : ReindexTests("postgresql");
