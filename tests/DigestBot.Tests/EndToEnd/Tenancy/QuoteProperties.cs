using CsCheck;
using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>Whatever is stored and asked: each sentence that is shown stands in its article, and each answer has something of what was asked.</summary>
public sealed class QuoteProperties
{
    private const int Runs = 30;
    private const int RunsOnPostgres = 4;
    private const int MostArticles = 30;
    private const int MostQuestions = 6;

    // A copy may have the sentence at another place.
    private const int Somewhere = -1;

    private static readonly Gen<(Publication[] News, string[] Questions)> Any =
        Gen.Select(Publication.Any.Array[3, MostArticles], Publication.AnyQuestion.Array[1, MostQuestions]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite", Runs)]
    [InlineData("postgresql", RunsOnPostgres)]
    public Task Every_sentence_of_digests_and_stories_stands_in_its_article(string provider, int runs) => Any.SampleAsync(
        async any =>
        {
            await using Town town = await Town.FoundAsync(provider);
            await town.PublishAsync(any.News);

            await VerifyAsync(town, [.. await DigestedAsync(town), .. await DetailedAsync(town)]);
        },
        iter: runs,
        threads: 1);

    [Theory]
    [InlineData("sqlite", Runs)]
    [InlineData("postgresql", RunsOnPostgres)]
    public Task Every_sentence_of_an_answer_stands_in_its_article_and_has_something_of_the_question_or_of_what_was_shown(string provider, int runs) =>
        Any.SampleAsync(
            async any =>
            {
                await using Town town = await Town.FoundAsync(provider);
                await town.PublishAsync(any.News);
                Digest digest = await town.Bot.DigestAsync(town.A, Publication.Topics[0], Cancel);

                foreach (string question in any.Questions)
                {
                    foreach (Digest? shown in (Digest?[])[null, digest])
                    {
                        var request = new AskRequest(town.A, question, null, null, shown, []);
                        Answer answer = await town.Bot.Get<AnswerFinder>().AskAsync(request, Cancel);
                        await VerifyAsync(town, [.. answer.Quotes, .. answer.Nearest]);
                        await VerifyAsync(town, Copied(answer));
                        Assert.All(answer.Quotes.Concat(answer.Nearest), quote => Assert.True(Shares(quote, answer, shown), $"{question} → {quote.Text}"));
                    }
                }
            },
            iter: runs,
            threads: 1);

    private static async Task<IEnumerable<Citation>> DigestedAsync(Town town)
    {
        var quotes = new List<Citation>();
        foreach (string? topic in Publication.Topics.Append("Iraq").Append(null))
        {
            Digest digest = await town.Bot.DigestAsync(town.A, topic, Cancel);
            quotes.AddRange(digest.Stories.SelectMany(story => story.Quotes));
        }

        return quotes;
    }

    private static async Task<IEnumerable<Citation>> DetailedAsync(Town town)
    {
        var quotes = new List<Citation>();
        foreach (StoryListing listing in await town.Bot.Get<StoryCatalog>().ListAsync(town.A, null, null, 50, Cancel))
        {
            StoryDetail story = (await town.Bot.Get<StoryCatalog>().FindAsync(town.A, listing.Id, Cancel))!;
            quotes.AddRange([.. story.Story.Quotes, .. story.Timeline.Select(day => day.Quote)]);
        }

        return quotes;
    }

    // A paper that is linked for a sentence has it too.
    private static IEnumerable<Citation> Copied(Answer answer) =>
        from copy in answer.Copies
        from quote in answer.Quotes.Concat(answer.Nearest)
        where quote.Article.Id == copy.Of
        select quote with { Article = copy.Article, Start = Somewhere };

    private static async Task VerifyAsync(Town town, IEnumerable<Citation> quotes)
    {
        foreach (IGrouping<string, Citation> own in quotes.GroupBy(quote => quote.Article.Id))
        {
            Assert.True(ArticleId.TryParse(own.Key, out long id));
            Article article = Assert.Single(await town.Bot.Get<ArticleStore>().ReadAsync(town.A, [id], Cancel));
            Assert.All(own, quote =>
            {
                Assert.Contains(quote.Text, article.Text, StringComparison.Ordinal);
                Assert.True(quote.Start == Somewhere || article.Text.Substring(quote.Start, quote.Length) == quote.Text, quote.Text);
                Assert.Equal(article.ToRef(), quote.Article);
            });
        }
    }

    private static bool Shares(Citation quote, Answer answer, Digest? shown)
    {
        string context = string.Join(' ', (shown?.Stories ?? []).SelectMany(story => story.Quotes.Select(own => own.Text).Append(story.Title)));
        TermVector terms = TextAnalyzer.Vector("", quote.Text);
        return TextAnalyzer.QueryTerms($"{answer.Query} {context}").Any(term => term.CountIn(terms) > 0);
    }
}
