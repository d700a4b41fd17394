using System.Reflection;
using DigestBot.Ingest.WebSub;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Status;

/// <summary>Collects how the bot stands, in as many queries as are written here, however much there is.</summary>
internal sealed class StatusReader(
    ScheduleStore schedules, OccurrenceStore ledger, SourceStore sources, PostStore posts, OpinionStore opinions, HubWatch hubs)
{
    private const int ShownRuns = 5;

    private static readonly string Version = typeof(StatusReader).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <param name="space">Whose; the terminal's own stands for the whole bot.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<BotStatus> ReadAsync(Space space, CancellationToken cancellationToken)
    {
        Space? only = space.IsOperator ? null : space;
        return new(
            Version,
            await schedules.TotalAsync(only, cancellationToken),
            await schedules.UpcomingAsync(only, ShownRuns, cancellationToken),
            await ledger.RecentAsync(only, ShownRuns, cancellationToken),
            await sources.CountAsync(space, cancellationToken),
            await sources.FailingAsync(space, cancellationToken),
            await posts.StateAsync(only, cancellationToken),
            await opinions.CountAsync(only, cancellationToken),
            InDetail: true)
        {
            Hubs = await hubs.CountAsync(space, cancellationToken),
        };
    }
}
