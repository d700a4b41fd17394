using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.People;
using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>catchup</c>: what came in since it was asked last at this terminal.</summary>
internal static class CatchUpVerb
{
    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Option<int?> stories = CliOption.Number(
            "--stories", CommandLimits.LeastStories, CommandLimits.MostStories, phrases.OptionStories, phrases);
        var verb = new Command("catchup", phrases.VerbCatchUp) { stories };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            string person = result.GetValue(context.Globals.Channel) ?? Space.LocalKey;
            Digest digest = await session.Get<CatchUpDesk>().TellAsync(session.Space, person, result.GetValue(stories), cancel);
            return session.Show(
                () => CatchUpView.From(digest, DigestNotice.For(digest, session.Reader)),
                Views.Json.CatchUpView,
                () => session.Print(digest.Stories.Count > 0
                    ? new Reply.OfDigest(digest)
                    : new Reply.Plain(session.Phrases.CatchUpNothing(session.Reader.Moment(digest.Window.From)))));
        }, cancellationToken));
        return verb;
    }
}
