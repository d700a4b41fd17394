using Microsoft.Extensions.Options;

namespace DigestBot.Schedules.Engine;

/// <summary>Finds what no alarm told: changes by other processes, and slots whose alarm was lost.</summary>
internal sealed class RepairAlarms(IAlarms alarms, SlotOpener opener, IOptions<ScheduleOptions> options) : IChore
{
    public const string ChoreName = "repair-alarms";

    public string Name => ChoreName;

    public TimeSpan? Interval => options.Value.LookInterval;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await alarms.FollowAsync(cancellationToken);
        await opener.OpenDueAsync(cancellationToken);
    }
}
