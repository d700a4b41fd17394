namespace DigestBot.Schedules.Engine;

/// <summary>Recurring or singleton work of the host. The scheduler decides which node does it, one at a time.</summary>
internal interface IChore
{
    /// <summary>Names it in the scheduler's tables, on every node and in every version.</summary>
    string Name { get; }

    /// <summary>How often; null where alarms wake it.</summary>
    TimeSpan? Interval { get; }

    /// <summary>Does it once. What it throws is logged, and never ends the recurrence.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
