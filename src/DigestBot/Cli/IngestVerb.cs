using System.CommandLine;
using DigestBot.Ingest;
using DigestBot.Stories;

namespace DigestBot.Cli;

/// <summary><c>ingest PATH_OR_URL…</c></summary>
internal static class IngestVerb
{
    /// <summary>More would push the summary off the screen; --json lists all.</summary>
    private const int MostFailuresShown = 20;

    public static Command Create(CliContext context)
    {
        Argument<string[]> targets = CliArgument.Many("PATH_OR_URL", context.Phrases.ArgumentTargets);
        Option<string?> source = CliOption.Text("--source", "NAME", context.Phrases.OptionSource, context.Phrases);
        var verb = new Command("ingest", context.Phrases.VerbIngest) { targets, source };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, (session, cancel) =>
            RunAsync(session, result.GetRequiredValue(targets), result.GetValue(source), cancel), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        VerbSession session, string[] targets, string? source, CancellationToken cancellationToken)
    {
        var latest = new LatestProgress();
        IngestReport report;
        try
        {
            report = await TerminalProgress.RunAsync(session.Terminal, session.Phrases.IngestReading, bar =>
                session.Get<Importer>().ImportAsync(
                    session.Space, targets, source, latest.AlsoTo(bar), cancellationToken));
            await session.Get<StoryGrouper>().RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return session.Fail(session.Phrases.IngestStopped(latest.SoFar.New));
        }

        session.Show(() => IngestView.From(report), Views.Json.IngestView, () => session.Print(session.Phrases.IngestDone(
            report.Read, report.New, report.Updated, report.Duplicates, report.Failed.Count)));
        return Conclude(report, targets, session);
    }

    // Items that could not be read are reported and leave the rest done. A thing that was named and could not be read at
    // all is a failure of what was asked.
    private static int Conclude(IngestReport report, string[] targets, VerbSession session)
    {
        if (report.Forgotten > 0)
        {
            session.Notice(session.Phrases.IngestForgotten(report.Forgotten));
        }

        foreach (IngestFailure failure in report.Failed.Take(MostFailuresShown))
        {
            session.Notice(session.Phrases.IngestFailure(FeedAddress.In(failure.What), FeedAddress.In(failure.Why)));
        }

        if (report.Failed.Count > MostFailuresShown)
        {
            session.Notice(session.Phrases.IngestMoreFailures(report.Failed.Count - MostFailuresShown));
        }

        bool nothing = report is { Read: 0, Failed.Count: > 0 };
        bool named = report.Failed.Any(failure => targets.Any(target => failure.What == target || failure.What == FeedAddress.Shown(target)));
        return nothing || named ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Remembers the last report, for when the work is stopped.</summary>
    private sealed class LatestProgress : IProgress<ImportProgress>
    {
        private IProgress<(long, long?)>? _bar;

        public IngestReport SoFar { get; private set; } = IngestReport.Empty;

        public LatestProgress AlsoTo(IProgress<(long, long?)> bar)
        {
            _bar = bar;
            return this;
        }

        public void Report(ImportProgress value)
        {
            SoFar = value.SoFar;
            _bar?.Report((value.Done, value.Total));
        }
    }
}
