using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Tells who said what was shown.</summary>
internal sealed class QuoteTracer(ArticleStore articles)
{
    /// <summary>
    /// Of an answer the sentence that says who said its first one, or that one itself where none near does; of a story the sentences that it was
    /// told by, for there it is not known which is meant. Nothing for a turn that showed nothing, or what stands there no more.
    /// </summary>
    public async Task<IReadOnlyList<Citation>> TraceAsync(Space space, ConversationTurn turn, CancellationToken cancellationToken)
    {
        long[] ids = [.. turn.Quotes.Select(quote => quote.Article).Distinct()];
        IReadOnlyList<Article> read = ids.Length == 0 ? [] : await articles.ReadAsync(space, ids, cancellationToken);
        Citation[] shown = [.. turn.Quotes
            .Select(quote => TalkReader.QuoteOf(quote, read.FirstOrDefault(article => article.Id == quote.Article)))
            .OfType<Citation>()];
        return turn.Story is not null || shown is not [var first, ..]
            ? shown
            : [new Talk(new QuestionContext(), read) { Last = first }.Attribution() ?? first];
    }
}
