namespace DigestBot.Schedules.Engine;

/// <summary>Compares all alarms with all schedules now and then, in case somebody changed either behind our back.</summary>
internal sealed class CompareAlarms(AlarmComparison comparison) : IChore
{
    public string Name => "compare-alarms";

    public TimeSpan? Interval => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellationToken) => comparison.RunAsync(cancellationToken);
}
