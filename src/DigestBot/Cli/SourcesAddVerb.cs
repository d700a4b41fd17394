using System.CommandLine;
using DigestBot.Commands;
using DigestBot.Commands.Sources;
using DigestBot.Ingest;

namespace DigestBot.Cli;

/// <summary><c>sources add LOCATION</c></summary>
internal static class SourcesAddVerb
{
    public static Command Create(CliContext context)
    {
        Argument<string> location = CliArgument.One("LOCATION", context.Phrases.ArgumentLocation);
        Option<string?> name = CliOption.Text("--name", "NAME", context.Phrases.OptionName, context.Phrases);
        var verb = new Command("add", context.Phrases.VerbSourcesAdd) { location, name };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            string where = result.GetRequiredValue(location);
            SourceAdded added = await session.Get<SourceManager>()
                .AddAsync(session.Space, where, result.GetValue(name), place: null, cancel);
            return added.Source is { } source
                ? session.Show(
                    () => new ListView<SourceView>([SourceView.From(source)]),
                    Views.Json.ListViewSourceView,
                    () => session.Print(new Reply.OfNewSource(SourceDisclosure.Of(source), added.Sample)
                    {
                        FoundAt = added.FoundAt is { } there ? FeedAddress.Shown(there) : null,
                        Others = [.. added.Others.Select(FeedAddress.Shown)],
                    }))
                : session.Fail(session.Phrases.SourceNotAdded(FeedAddress.Shown(where), FeedAddress.In(added.Problem ?? "")));
        }, cancellationToken));
        return verb;
    }
}
