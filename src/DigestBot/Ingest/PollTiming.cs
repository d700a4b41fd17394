using DigestBot.News;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>When a source is asked again.</summary>
/// <remarks>
/// Each wait is drawn out a little, so that sources which were asked together are not asked together for ever. It never
/// becomes shorter than what anybody asked for.
/// </remarks>
internal sealed class PollTiming(IOptions<IngestOptions> options, Random random)
{
    private const double SpreadShare = 0.1;
    private static readonly TimeSpan LongestSpread = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromDays(7);

    private readonly Lock _dice = new(); // Random is not safe to call concurrently

    /// <summary>After a success: the longest of our interval and what the feed and its server ask for, within our maximum.</summary>
    public NextCheck AfterSuccess(DateTimeOffset now, TimeSpan? asked, PollHints hints) =>
        AfterSuccess(now, asked, hints, options.Value.PollInterval, CheckReason.Usual);

    /// <summary>Same, with an interval of its own, which was chosen for this reason.</summary>
    public NextCheck AfterSuccess(DateTimeOffset now, TimeSpan? asked, PollHints hints, TimeSpan interval, CheckReason chosen)
    {
        TimeSpan hinted = hints.Wait(now, interval) ?? TimeSpan.Zero;
        TimeSpan longest = asked > hinted ? asked.Value : hinted;
        CheckReason why = longest <= interval ? chosen
            : longest > options.Value.MaxPollInterval ? CheckReason.Longest
            : asked > hinted ? CheckReason.AskedByServer : CheckReason.AskedByFeed;
        return Next(now, Clamp(longest, interval, options.Value.MaxPollInterval), hints, why);
    }

    /// <summary>After a failure: twice as long each time; what the server asks for always wins.</summary>
    public NextCheck AfterFailure(DateTimeOffset now, int failuresBefore, TimeSpan? retryAfter, PollHints hints)
    {
        TimeSpan backOff = options.Value.PollInterval * Math.Pow(2, Math.Min(failuresBefore, 10));
        TimeSpan ours = Clamp(backOff, options.Value.PollInterval, options.Value.MaxPollInterval);
        return Next(
            now,
            retryAfter is { } asked ? Clamp(asked, ours, MaxRetryAfter) : ours,
            hints,
            retryAfter > ours ? CheckReason.RetryAfter : CheckReason.BackOff);
    }

    /// <summary>Where it was not asked, because its host is to be left alone for so long.</summary>
    public DateTimeOffset AfterRest(DateTimeOffset now, TimeSpan left, PollHints hints) => Next(now, left, hints, CheckReason.Rest).At;

    // The hours and days that a feed names pass over our maximum: they end by themselves.
    private NextCheck Next(DateTimeOffset now, TimeSpan wait, PollHints hints, CheckReason why)
    {
        DateTimeOffset next = now + wait + Draw(Clamp(wait * SpreadShare, TimeSpan.Zero, LongestSpread));
        DateTimeOffset allowed = hints.Allowed(next);
        return allowed > next ? new(allowed + Draw(LongestSpread), CheckReason.Skipped) : new(next, why);
    }

    private TimeSpan Draw(TimeSpan most)
    {
        lock (_dice)
        {
            return most * random.NextDouble();
        }
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}
