using System.CommandLine;
using DigestBot.Commands;
using DigestBot.Ingest;

namespace DigestBot.Cli;

/// <summary><c>sources test LOCATION</c>: what it would give; fails when that is nothing.</summary>
internal static class SourcesTestVerb
{
    public static Command Create(CliContext context)
    {
        Argument<string> location = CliArgument.One("LOCATION", context.Phrases.ArgumentLocation);
        var verb = new Command("test", context.Phrases.VerbSourcesTest) { location };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            SourceTest test = await session.Get<SourceTester>().TestAsync(result.GetRequiredValue(location), cancel);
            session.Show(
                () => new ListView<SourceTestView>([SourceTestView.From(test)]),
                Views.Json.ListViewSourceTestView,
                () =>
                {
                    if (test.Kind is not null)
                    {
                        session.Print(new Reply.OfSourceTest(test));
                    }
                });
            return test switch
            {
                { Articles.Count: > 0 } => ExitCode.Done,
                { Kind: null, Problems: [var problem, ..] } => session.Fail(session.Phrases.IngestFailure(test.Location, problem)),
                _ => session.Fail(session.Phrases.SourceTestNothing(test.Location)),
            };
        }, cancellationToken));
        return verb;
    }
}
