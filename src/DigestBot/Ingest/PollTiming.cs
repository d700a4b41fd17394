using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>When a source is asked again.</summary>
internal sealed class PollTiming(IOptions<IngestOptions> options)
{
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromDays(7);

    /// <summary>After a success: the longest of our interval and what the feed or its server ask for, within our maximum.</summary>
    public DateTimeOffset AfterSuccess(DateTimeOffset now, TimeSpan? asked) =>
        now + Clamp(asked ?? TimeSpan.Zero, options.Value.PollInterval, options.Value.MaxPollInterval);

    /// <summary>After a failure: twice as long each time; what the server asks for always wins.</summary>
    public DateTimeOffset AfterFailure(DateTimeOffset now, int failuresBefore, TimeSpan? retryAfter)
    {
        TimeSpan backOff = options.Value.PollInterval * Math.Pow(2, Math.Min(failuresBefore, 10));
        TimeSpan ours = Clamp(backOff, options.Value.PollInterval, options.Value.MaxPollInterval);
        return now + (retryAfter is { } asked ? Clamp(asked, ours, MaxRetryAfter) : ours);
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}
