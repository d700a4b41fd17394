using DigestBot.Ingest;
using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>Has an article forgotten, with all that quotes it, and let in again.</summary>
internal sealed partial class ArticleForgetter(ArticleEraser eraser, ILogger<ArticleForgetter> logger)
{
    /// <param name="url">As people have it: trackers and fragments are no matter.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null where it is no address.</returns>
    public async Task<Erased?> ForgetAsync(string url, CancellationToken cancellationToken)
    {
        if (CanonicalUrl.Of(url) is not { } canonical)
        {
            return null;
        }

        Erased erased = await eraser.ForgetAsync(canonical, RulesFor, cancellationToken);
        string hash = ForgottenKey.OfAddress(canonical);
        LogForgotten(hash, erased.Articles, erased.Digests, erased.Posts, erased.Stopped, erased.Conversations);
        return erased;
    }

    /// <returns>Null where it is no address; false where it was not forgotten.</returns>
    public async Task<bool?> AllowAsync(string url, CancellationToken cancellationToken)
    {
        if (CanonicalUrl.Of(url) is not { } canonical)
        {
            return null;
        }

        bool allowed = await eraser.AllowAsync(canonical, cancellationToken);
        if (allowed)
        {
            string hash = ForgottenKey.OfAddress(canonical);
            LogAllowed(hash);
        }

        return allowed;
    }

    private static ErasureRules RulesFor(ErasedText article) => new(
        new DigestWithout(article.Ids, article.Titles).Redact, new TextTrace(article.Titles, article.Texts).IsIn);

    // The address may tell as much as a headline, so its hash stands for it.
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Address {Hash} was forgotten: {Articles} articles, {Digests} digests, {Posts} posts ({Stopped} not sent), {Conversations} conversations")]
    private partial void LogForgotten(string hash, int articles, int digests, int posts, int stopped, int conversations);

    [LoggerMessage(Level = LogLevel.Information, Message = "Address {Hash} may be read again")]
    private partial void LogAllowed(string hash);
}
