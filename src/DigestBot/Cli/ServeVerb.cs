using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Chat;

namespace DigestBot.Cli;

/// <summary><c>serve</c>, and no verb at all: the worker.</summary>
internal static class ServeVerb
{
    public static Command Create(CliContext context)
    {
        var verb = new Command("serve", context.Phrases.VerbServe);
        SetAction(verb, context);
        return verb;
    }

    public static void SetAction(Command verb, CliContext context) =>
        verb.SetAction(async (result, cancellationToken) =>
        {
            TerminalRequest request = context.Request(result, samplesWhenEmpty: false);
            try
            {
                await context.Host.ServeAsync(request, status => Announce(status, context), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Ctrl-C is how a worker ends.
            }

            return ExitCode.Done;
        });

    private static void Announce(ServeStatus status, CliContext context)
    {
        Phrases phrases = context.Phrases;
        string[] sentences =
        [
            phrases.ServeRunning,
            phrases.ServeStore(status.Store.Location, status.Store.Provider),
            phrases.ServeCounts(status.Store.Sources, status.Store.Articles, status.Store.Schedules),
            .. status.Platforms.Count > 0 ? [phrases.ServePlatforms(string.Join(", ", status.Platforms))] : (string[])[],
            .. status.HealthAddresses.Select(phrases.ServeHealth),
            status.Store.Sources == 0 ? phrases.ServeAddSource : phrases.ServeTryNext,
            phrases.ServeStop,
        ];
        new TerminalPrinter(context.Terminal).Print([.. sentences.Select(sentence => TextLine.Of(sentence))], phrases);
    }
}
