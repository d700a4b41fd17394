using System.CommandLine;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Ingest;

namespace DigestBot.Cli;

/// <summary><c>sources test LOCATION</c>: what it would give; fails when that is nothing.</summary>
internal static class SourcesTestVerb
{
    private const int MostShown = 10;

    public static Command Create(CliContext context)
    {
        Argument<string> location = CliArgument.One("LOCATION", context.Phrases.ArgumentLocation);
        var verb = new Command("test", context.Phrases.VerbSourcesTest) { location };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            SourceTest test = await session.Get<SourceManager>().TestAsync(result.GetRequiredValue(location), cancel);
            session.Show(
                () => new ListView<SourceTestView>([SourceTestView.From(test)]),
                Views.Json.ListViewSourceTestView,
                () => Print(test, session));
            foreach (string problem in test.Problems)
            {
                session.Notice(session.Phrases.IngestFailure(test.Location, problem));
            }

            return test.Articles.Count > 0
                ? ExitCode.Done
                : session.Fail(session.Phrases.SourceTestNothing(test.Location));
        }, cancellationToken));
        return verb;
    }

    private static void Print(SourceTest test, VerbSession session)
    {
        Phrases phrases = session.Phrases;
        if (test.Kind is { } kind && test.Articles.Count > 0)
        {
            session.Print(phrases.SourceTestFound(
                test.Title ?? test.Location, SourceText.Kind(kind, phrases), test.Articles.Count));
        }

        session.Print(
        [
            .. test.Articles.Take(MostShown).Select(article => TextLine.Of(Line(article, session.Reader), indent: 2)),
        ]);
    }

    private static string Line(IncomingArticle article, Reader reader) => article.Published is { } published
        ? $"{reader.Date(published)} · {reader.Phrases.Insert(article.Title ?? article.Url ?? "")}"
        : reader.Phrases.Insert(article.Title ?? article.Url ?? "");
}
