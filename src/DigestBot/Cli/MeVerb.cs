using System.CommandLine;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.People;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>me [ACTION] [VALUE]</c>: what whoever sits at this terminal has set, and what is kept of them.</summary>
/// <remarks>With <c>--json</c> the document is all that is kept then, whatever was done; what is said stands beside it.</remarks>
internal static class MeVerb
{
    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Argument<string?> words = CliArgument.Words(
            "WORDS", phrases.ArgumentMe(string.Join('|', MeActions.All.Select(action => action.Name))), false, CommandLimits.Topic, phrases.TopicTooLong, phrases);
        var verb = new Command("me", phrases.CommandMe) { words };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            string person = result.GetValue(context.Globals.Channel) ?? Space.LocalKey;
            Reply reply = await AskAsync(session, person, result.GetValue(words), cancel);
            return reply switch
            {
                Reply.Refusal refusal => session.Fail(refusal.Sentence),
                _ when result.GetValue(context.Globals.Json) => await ExportAsync(session, person, reply, cancel),
                _ => Print(session, reply),
            };
        }, cancellationToken));
        return verb;
    }

    private static int Print(VerbSession session, Reply reply)
    {
        session.Print(reply);
        return ExitCode.Done;
    }

    private static async Task<int> ExportAsync(VerbSession session, string person, Reply done, CancellationToken cancellationToken)
    {
        if (done is Reply.Plain plain)
        {
            session.Notice(plain.Sentence);
        }

        var held = (Reply.OfHoldings)await AskAsync(session, person, MeActions.Export, cancellationToken);
        session.Terminal.Out.WriteLine(held.Document);
        return ExitCode.Done;
    }

    private static async Task<Reply> AskAsync(VerbSession session, string person, string? words, CancellationToken cancellationToken)
    {
        var message = new ChatMessage(session.Space, person, $"/me {words}", session.Phrases.Language, IsOperator: true)
        {
            IsAlone = true,
            Own = await session.Get<PersonStore>().FindAsync(session.Space, person, cancellationToken),
        };
        return await session.Get<CommandRouter>().RunAsync(message, cancellationToken);
    }
}
