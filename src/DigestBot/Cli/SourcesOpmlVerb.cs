using System.CommandLine;
using System.Text;
using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary><c>sources import FILE</c> and <c>sources export [FILE]</c>, as OPML.</summary>
internal static class SourcesOpmlVerb
{
    public static Command CreateImport(CliContext context)
    {
        Argument<string> file = CliArgument.One("FILE", context.Phrases.ArgumentFile);
        var verb = new Command("import", context.Phrases.VerbSourcesImport) { file };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            SourceManager sources = session.Get<SourceManager>();
            OpmlImported imported = await sources.ImportOpmlAsync(session.Space, result.GetRequiredValue(file), cancel);
            IReadOnlyList<Source> all = await sources.ListAsync(session.Space, cancel);
            session.Show(
                () => new OpmlView(
                    [.. all.Select(SourceView.From)],
                    imported.Added,
                    imported.Known,
                    [.. imported.Failed.Select(FailureView.From)]),
                Views.Json.OpmlView,
                () => session.Print(
                    session.Phrases.OpmlImported(imported.Added, imported.Known, imported.Failed.Count)));
            foreach (IngestFailure failure in imported.Failed)
            {
                session.Notice(session.Phrases.IngestFailure(FeedAddress.Shown(failure.What), FeedAddress.In(failure.Why)));
            }

            return imported is { Added: 0, Known: 0, Failed.Count: > 0 } ? ExitCode.Failed : ExitCode.Done;
        }, cancellationToken));
        return verb;
    }

    public static Command CreateExport(CliContext context)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = context.Phrases.ArgumentFile,
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("export", context.Phrases.VerbSourcesExport) { file };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, (session, cancel) =>
            ExportAsync(session, result.GetValue(file), cancel), cancellationToken));
        return verb;
    }

    private static async Task<int> ExportAsync(VerbSession session, string? path, CancellationToken cancellationToken)
    {
        SourceManager sources = session.Get<SourceManager>();
        string opml = await sources.ExportOpmlAsync(session.Space, cancellationToken);
        IReadOnlyList<Source> all = await sources.ListAsync(session.Space, cancellationToken);
        if (path is not null)
        {
            await File.WriteAllTextAsync(path, opml, new UTF8Encoding(false), cancellationToken);
            session.Notice(session.Phrases.OpmlWritten(path, all.Count));
        }

        return SourcesListVerb.Show(all, session, () =>
        {
            if (path is null)
            {
                session.Terminal.Out.WriteLine(opml.TrimEnd());
            }
        });
    }
}
