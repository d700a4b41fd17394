using System.CommandLine;
using DigestBot.Commands;
using DigestBot.Commands.Status;

namespace DigestBot.Cli;

/// <summary><c>status</c>: of the whole bot, or with <c>--space</c> of one space.</summary>
internal static class StatusVerb
{
    public static Command Create(CliContext context)
    {
        var verb = new Command("status", context.Phrases.CommandStatus);
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            BotStatus status = await session.Get<StatusReader>().ReadAsync(session.Space, cancel);
            return session.Show(
                () => StatusView.From(status), Views.Json.StatusView, () => session.Print(new Reply.OfStatus(status)));
        }, cancellationToken));
        return verb;
    }
}
