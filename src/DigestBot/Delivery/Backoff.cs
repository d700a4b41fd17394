using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>How long to wait after a failure: exponential with full jitter.</summary>
/// <remarks>
/// The scheme that AWS published (M. Brooker, "Exponential Backoff And Jitter", 2015): the wait is drawn evenly from zero
/// to min(longest, first · 2^(failures − 1)). Of the schemes compared there it costs the fewest requests, because those who
/// failed together do not come back together.
/// </remarks>
internal sealed class Backoff(IOptions<DeliveryOptions> options, Random random)
{
    // Beyond this many doublings every first delay has passed every longest one.
    private const int MostDoublings = 40;

    private readonly Lock _dice = new(); // Random is not safe to call concurrently

    /// <param name="failures">In a row, from 1.</param>
    public TimeSpan After(int failures) => Draw(Ceiling(failures));

    /// <summary>Same, never longer than <paramref name="longest"/>.</summary>
    public TimeSpan After(int failures, TimeSpan longest) =>
        Draw(Ceiling(failures) < longest ? Ceiling(failures) : longest);

    /// <summary>The longest that may be drawn after so many failures.</summary>
    public TimeSpan Ceiling(int failures)
    {
        double ticks = options.Value.FirstDelay.Ticks * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return ticks < options.Value.MaxDelay.Ticks ? TimeSpan.FromTicks((long)ticks) : options.Value.MaxDelay;
    }

    private TimeSpan Draw(TimeSpan ceiling)
    {
        lock (_dice)
        {
            return ceiling * random.NextDouble();
        }
    }
}
