using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>Lays one source out as plain lines: how it is, what comes next, how its last checks ended.</summary>
internal static class SourceLines
{
    private const int Indent = 2;

    public static IReadOnlyList<TextLine> Lay(SourceDetail detail, Reader reader)
    {
        Source source = detail.Source;
        Phrases phrases = reader.Phrases;
        string?[] facts =
        [
            source.FailingSince is { } since ? phrases.SourceFailingSince(reader.Date(since), source.Failures) : null,
            SourceText.NextCheck(source, reader),
            .. detail.Hub is { } hub ? Hub(hub, reader) : [],
            Origin(detail.Origin, reader),
        ];
        return
        [
            .. ListText.Source(source, reader),
            .. facts.OfType<string>().Select(fact => TextLine.Of(fact, TextRole.Muted, 2 * Indent)),
            .. detail.Checks.Count > 0 ? [TextLine.Of($"{phrases.SourceChecks} ({phrases.Insert(reader.ZoneName)})", indent: Indent)] : (TextLine[])[],
            .. detail.Checks.Select(check => TextLine.Of(Check(check, reader), TextRole.Muted, 2 * Indent, Indent)),
        ];
    }

    private static string?[] Hub(HubSight hub, Reader reader) =>
    [
        hub is { IsActive: true, Since: { } since, Until: { } until }
            ? reader.Phrases.SourceHubActive(hub.Address, reader.Date(since), reader.Date(until))
            : reader.Phrases.SourceHubWanted(hub.Address),
        hub.LastPing is { } ping ? reader.Phrases.SourceHubTold(reader.Date(ping)) : null,
        hub.Problem is { } problem ? reader.Phrases.SourceHubProblem(problem) : null,
    ];

    private static string? Origin(SourceOrigin? origin, Reader reader) => origin switch
    {
        null => null,
        { Place: { } place, ToldAt: { } told } => reader.Phrases.SourceAddedAndTold(reader.Date(origin.AddedAt), place, reader.Date(told)),
        { Place: { } place } => reader.Phrases.SourceAddedIn(reader.Date(origin.AddedAt), place),
        _ => reader.Phrases.SourceAddedSomewhere(reader.Date(origin.AddedAt)),
    };

    private static string Check(SourceCheck check, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        string ended = check.Outcome switch
        {
            CheckOutcome.Read => phrases.CheckRead(check.New, check.Updated),
            CheckOutcome.Unchanged => phrases.CheckUnchanged,
            _ => phrases.Insert(check.Problem ?? ""),
        };
        return $"{reader.Date(check.At)} · {ended} · {phrases.CheckTook((long)Math.Ceiling(check.Took.TotalSeconds))}";
    }
}
