using System.CommandLine;
using System.Globalization;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Sources;
using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary><c>sources list</c> and <c>sources show SOURCE</c></summary>
internal static class SourcesListVerb
{
    public static Command CreateList(CliContext context)
    {
        var verb = new Command("list", context.Phrases.VerbSourcesList);
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            IReadOnlyList<Source> sources = await session.Get<SourceManager>().ListAsync(session.Space, cancel);
            return Show(sources, session, () => Print(SourceDisclosure.Of(sources), session));
        }, cancellationToken));
        return verb;
    }

    public static Command CreateShow(CliContext context)
    {
        Argument<string> which = CliArgument.One("SOURCE", context.Phrases.ParameterSource);
        var verb = new Command("show", context.Phrases.VerbSourcesShow) { which };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, false, async (session, cancel) =>
        {
            string name = result.GetRequiredValue(which);
            Source? source = await session.Get<SourceManager>().FindAsync(session.Space, name, cancel);
            if (source is null)
            {
                return session.Fail(session.Phrases.SourceUnknown(FeedAddress.Shown(name)));
            }

            SourceDetail detail = SourceDisclosure.Of(await session.Get<SourceHistory>().OfAsync(session.Space, source, cancel));
            return session.Show(
                () => new ListView<SourceView>([SourceView.From(detail)]),
                Views.Json.ListViewSourceView,
                () => session.Print(new Reply.OfSource(detail)));
        }, cancellationToken));
        return verb;
    }

    public static int Show(IReadOnlyList<Source> sources, VerbSession session, Action human) => session.Show(
        () => new ListView<SourceView>([.. sources.Select(SourceView.From)]), Views.Json.ListViewSourceView, human);

    private static void Print(IReadOnlyList<Source> sources, VerbSession session)
    {
        Phrases phrases = session.Phrases;
        if (sources.Count == 0)
        {
            session.Print(phrases.SourcesNone);
            return;
        }

        bool hasSettings = sources.Any(source => SourceSettingText.Unusual(source, phrases) is not null);
        bool hasFolders = sources.Any(source => source.Folder is not null);
        session.Print(new TerminalTable(
            [
                phrases.ColumnId, phrases.ColumnName, .. hasFolders ? [phrases.ColumnFolder] : (string[])[], phrases.ColumnKind, phrases.ColumnState,
                phrases.ColumnArticles, phrases.ColumnLastRead, .. hasSettings ? [phrases.ColumnSetting] : (string[])[], phrases.ColumnAddress,
            ],
            [.. sources.Select(source => Row(source, hasFolders, hasSettings, session.Reader))]));
    }

    private static string[] Row(Source source, bool hasFolders, bool hasSettings, Reader reader) =>
    [
        source.Id.ToString(CultureInfo.InvariantCulture),
        reader.Phrases.Insert(source.Name),
        .. hasFolders ? [reader.Phrases.Insert(source.Folder ?? "")] : (string[])[],
        SourceText.Kind(source.Kind, reader.Phrases),
        SourceText.State(source, reader.Phrases),
        source.Articles.ToString(CultureInfo.InvariantCulture),
        SourceText.LastRead(source, reader),
        .. hasSettings ? [SourceSettingText.Unusual(source, reader.Phrases) ?? ""] : (string[])[],
        reader.Phrases.Insert(source.Location ?? ""),
    ];
}
