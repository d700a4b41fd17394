using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>Finds what the scheduler wrapped.</summary>
internal static class SchedulerErrors
{
    /// <summary>The first exception in the chain that is not the scheduler's own, or the last that is.</summary>
    public static Exception CauseOf(Exception exception) =>
        exception is SchedulerException { InnerException: { } inner } ? CauseOf(inner) : exception;
}
