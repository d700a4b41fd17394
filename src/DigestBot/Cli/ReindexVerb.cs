using System.CommandLine;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary><c>reindex</c></summary>
internal static class ReindexVerb
{
    public static Command Create(CliContext context)
    {
        var verb = new Command("reindex", context.Phrases.VerbReindex);
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            long articles = await TerminalProgress.RunAsync(session.Terminal, session.Phrases.Reindexing, bar =>
                session.Get<Reindexer>().RunAsync(new ToBar(bar), cancel));
            return session.Show(
                () => new ReindexView(articles),
                Views.Json.ReindexView,
                () => session.Print(session.Phrases.ReindexDone(articles)));
        }, cancellationToken));
        return verb;
    }

    private sealed class ToBar(IProgress<(long, long?)> bar) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => bar.Report((value.Done, value.Total));
    }
}
