using DigestBot.Delivery;

namespace DigestBot.Schedules.Engine;

/// <summary>Tells those who added a source that it is given up.</summary>
internal sealed class ReportDeadSources(DeadSourceNotices notices) : IChore
{
    public string Name => "report-dead-sources";

    public TimeSpan? Interval => TimeSpan.FromMinutes(5);

    public Task RunAsync(CancellationToken cancellationToken) => notices.RunAsync(cancellationToken);
}
