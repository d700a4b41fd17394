using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary><c>verify DIGEST_ID</c></summary>
internal static class VerifyVerb
{
    public static Command Create(CliContext context)
    {
        Argument<string> digest = CliArgument.One("DIGEST_ID", context.Phrases.ArgumentDigest);
        var verb = new Command("verify", context.Phrases.VerbVerify) { digest };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            string id = result.GetRequiredValue(digest);
            IReadOnlyList<QuoteCheck>? checks =
                await session.Get<DigestVerifier>().VerifyAsync(session.Space, id, cancel);
            if (checks is null)
            {
                return session.Fail(session.Phrases.DigestUnknown(id));
            }

            session.Show(() => VerifyView.From(id, checks), Views.Json.VerifyView, () => Print(checks, session));
            string summary = Summary(checks, session.Phrases);
            if (checks.All(check => check.State == QuoteState.Unchanged))
            {
                session.Notice(summary);
                return ExitCode.Done;
            }

            return session.Fail(summary);
        }, cancellationToken));
        return verb;
    }

    private static void Print(IReadOnlyList<QuoteCheck> checks, VerbSession session) => session.Print(new TerminalTable(
        [session.Phrases.ColumnState, session.Phrases.ColumnQuote, session.Phrases.ColumnAddress],
        [.. checks.SelectMany(check => Rows(check, session.Phrases))]));

    private static IEnumerable<string[]> Rows(QuoteCheck check, Phrases phrases)
    {
        yield return [Name(check.State, phrases), phrases.Insert(check.Quote.Text), phrases.Insert(check.Quote.Article.Url)];
        if (check.State == QuoteState.Edited)
        {
            yield return ["", Since(check, phrases), ""];
        }
    }

    private static string Since(QuoteCheck check, Phrases phrases) => check is { Now: { } now, Stands: false }
        ? $"{CorrectionFrame.Since(check, phrases)} {phrases.Quote(now.Text)}"
        : CorrectionFrame.Since(check, phrases);

    private static string Summary(IReadOnlyList<QuoteCheck> checks, Phrases phrases) => phrases.VerifyDone(
        checks.Count,
        checks.Count(check => check.State == QuoteState.Unchanged),
        checks.Count(check => check.State == QuoteState.Edited),
        checks.Count(check => check.State == QuoteState.Gone));

    private static string Name(QuoteState state, Phrases phrases) => state switch
    {
        QuoteState.Unchanged => phrases.QuoteUnchanged,
        QuoteState.Edited => phrases.QuoteEdited,
        _ => phrases.QuoteGone,
    };
}
