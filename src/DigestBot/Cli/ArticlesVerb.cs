using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>articles forget|allow URL</c></summary>
internal static class ArticlesVerb
{
    public static Command Create(CliContext context) => new("articles", context.Phrases.VerbArticles)
    {
        CreateForget(context), CreateAllow(context),
    };

    private static Command CreateForget(CliContext context)
    {
        Argument<string> url = Url(context.Phrases);
        var verb = new Command("forget", context.Phrases.VerbArticlesForget) { url };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            string given = result.GetRequiredValue(url);
            if (await session.Get<ArticleForgetter>().ForgetAsync(given, cancel) is not { } erased)
            {
                return session.Fail(session.Phrases.ArticleNoAddress(given));
            }

            session.Show(() => ForgottenView.From(erased), Views.Json.ForgottenView, () => session.Print(Say(erased, session.Phrases)));
            return erased.Wiped ? ExitCode.Done : session.Fail(session.Phrases.ArticleNotWiped);
        }, cancellationToken));
        return verb;
    }

    private static Command CreateAllow(CliContext context)
    {
        Argument<string> url = Url(context.Phrases);
        var verb = new Command("allow", context.Phrases.VerbArticlesAllow) { url };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            string given = result.GetRequiredValue(url);
            return await session.Get<ArticleForgetter>().AllowAsync(given, cancel) is { } allowed
                ? session.Show(() => new AllowedView(allowed), Views.Json.AllowedView, () => session.Print(
                    allowed ? session.Phrases.ArticleAllowed : session.Phrases.ArticleNotForgotten))
                : session.Fail(session.Phrases.ArticleNoAddress(given));
        }, cancellationToken));
        return verb;
    }

    private static Argument<string> Url(Phrases phrases) => CliArgument.One("URL", phrases.ArgumentArticleUrl);

    private static string Say(Erased erased, Phrases phrases) => erased is { Articles: 0, Digests: 0, Posts: 0, Conversations: 0 }
        ? phrases.ArticleForgottenAhead
        : phrases.ArticleForgotten(erased.Articles, erased.Digests, erased.Posts, erased.Stopped, erased.Conversations);
}
