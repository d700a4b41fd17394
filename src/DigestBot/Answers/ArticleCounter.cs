using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Answers;

/// <summary>Says how much a question was held against.</summary>
internal sealed class ArticleCounter(ArticleStore articles, ArticleIndex index)
{
    /// <summary>Where language or sources are restricted, counting stops here.</summary>
    public const int MostNarrow = 10_000;

    public async Task<Searched> CountAsync(AskRequest request, NewsWindow window, CancellationToken cancellationToken)
    {
        Task<long> count = request switch
        {
            { Language: { } language } => index.CountAsync(
                request.Space, new() { Language = language, Sources = request.Outlet?.Ids }, window, MostNarrow, cancellationToken),
            { Outlet: { } outlet } => articles.CountAsync(request.Space, outlet.Ids, window, MostNarrow, cancellationToken),
            { Since: null } => articles.CountAllAsync(request.Space, cancellationToken),
            _ => articles.CountAsync(request.Space, window, cancellationToken),
        };
        return new Searched(await count, window)
        {
            Topic = request.Topic,
            Language = request.Language,
            Sources = request.Outlet?.Names,
            Unknown = request.Unknown,
        };
    }
}
