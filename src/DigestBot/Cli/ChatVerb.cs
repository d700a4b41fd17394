using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Commands;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>chat</c>: the console adapter with the real command router.</summary>
internal static class ChatVerb
{
    public static Command Create(CliContext context)
    {
        var verb = new Command("chat", context.Phrases.VerbChat);
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            if (session.Terminal.InIsInteractive)
            {
                session.Notice(session.Phrases.ChatWelcome);
            }

            string channel = result.GetValue(context.Globals.Channel) ?? Space.LocalKey;
            var adapter = new ConsoleAdapter(
                session.Terminal,
                session.Get<CommandRouter>(),
                context.Clock,
                session.Get<ILogger<ConsoleAdapter>>())
            {
                OnSamples = session.UsesSamples,
                FindOwn = (message, token) => session.Get<PersonStore>().FindAsync(message.Space, message.Person, token),
            };
            try
            {
                await adapter.RunAsync(session.Space, channel, session.Phrases, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Ctrl-C is one way to leave a conversation.
            }

            return ExitCode.Done;
        }, cancellationToken));
        return verb;
    }
}
