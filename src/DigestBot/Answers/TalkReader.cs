using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Reads what a conversation is about: the digest on screen until a question leaves it, then that question and its answer.</summary>
internal sealed class TalkReader(ArticleStore articles)
{
    // A message may be long, and its first words say what it is about.
    private const int MostQuotedWords = 8;

    // A story is told by its first articles; reading all would cost a long digest more than it tells.
    private const int MostArticles = 24;

    public async Task<Talk> ReadAsync(AskRequest request, CancellationToken cancellationToken)
    {
        ConversationTurn[] turns = OnSubject([.. request.Earlier.Where(turn => turn.Story is null)]);
        ConversationTurn? begin = turns is [{ Begins: true }, ..] ? turns[0] : null;
        Digest? digest = begin is null ? request.Context : null;
        long[] ids = [.. Enumerable.Reverse(turns).SelectMany(turn => turn.Quotes).Select(quote => quote.Article)
            .Concat(ArticlesOf(digest))
            .Distinct()
            .Take(MostArticles)];
        IReadOnlyList<Article> read = ids.Length == 0 ? [] : await articles.ReadAsync(request.Space, ids, cancellationToken);
        Dictionary<long, Article> byId = read.ToDictionary(article => article.Id);
        var context = new QuestionContext
        {
            Title = begin is null ? digest?.Topic : FollowUp.SubjectOf(begin.Question),
            Section = begin is not null ? TitleOf(begin, byId) : digest is { Stories: [var story, ..] } ? story.Title : null,
            Turns =
            [
                .. turns.Select(turn => new QuestionTurn(turn.Question, AnswerOf(turn, byId))),
                .. request.Quoted is null ? [] : (QuestionTurn[])[new(BeginningOf(request.Quoted), "")],
            ],
        };
        var talk = new Talk(context, [.. ids.Where(byId.ContainsKey).Select(id => byId[id])])
        {
            Last = turns.LastOrDefault(turn => turn.Quotes.Count > 0) is { } last ? QuoteOf(last, byId) : null,
        };
        return request.Quoted is null ? talk.For(request.Question) : talk;
    }

    private static ConversationTurn[] OnSubject(IReadOnlyList<ConversationTurn> turns)
    {
        int begin = turns.Count - 1;
        while (begin > 0 && !turns[begin].Begins)
        {
            begin--;
        }

        return [.. turns.Skip(begin)];
    }

    private static string? TitleOf(ConversationTurn turn, Dictionary<long, Article> articles) =>
        turn.Quotes is [var quote, ..] ? articles.GetValueOrDefault(quote.Article)?.Title : null;

    private static string AnswerOf(ConversationTurn turn, Dictionary<long, Article> articles) => QuoteOf(turn, articles)?.Text ?? "";

    private static Citation? QuoteOf(ConversationTurn turn, Dictionary<long, Article> articles) =>
        turn.Quotes is [var quote, ..] ? QuoteOf(quote, articles.GetValueOrDefault(quote.Article)) : null;

    /// <summary>A sentence that was shown; null where the article was edited and is shorter now, or is gone.</summary>
    public static Citation? QuoteOf(QuotedRange quote, Article? article) =>
        article is not null
        && quote.Start >= 0 && quote.Length >= 0 && quote.Start + quote.Length <= article.Text.Length
            ? new(article.Text.Substring(quote.Start, quote.Length), article.ToRef(), quote.Start, quote.Length)
            : null;

    private static IEnumerable<long> ArticlesOf(Digest? digest) => digest is null
        ? []
        : digest.Stories
            .SelectMany(story => story.Quotes)
            .Select(quote => ArticleId.TryParse(quote.Article.Id, out long id) ? id : -1)
            .Where(id => id >= 0);

    private static string BeginningOf(string text) => string.Join(' ', text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => TextAnalyzer.Terms(word).Count > 0)
        .Take(MostQuotedWords));
}
