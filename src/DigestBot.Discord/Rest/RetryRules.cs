using System.Net;

namespace DigestBot.Discord;

/// <summary>Whether a request is made again, and after which pause.</summary>
internal sealed class RetryRules(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public static bool MayRetry(RestRequest request, RetryMode mode, Exception failure)
    {
        RetryMode needed = failure switch
        {
            RateLimitedException { WasUnsent: false } => RetryMode.RetryRatelimit,
            HttpException { HttpCode: >= HttpStatusCode.InternalServerError } => RetryMode.Retry502,
            RequestTimeoutException or HttpRequestException => RetryMode.RetryTimeouts,
            _ => RetryMode.None,
        };
        bool safe = (mode & RetryMode.SafeOnly) == 0 || request.Idempotent || !RequestDoubt.MayHaveArrived(failure);
        return needed != RetryMode.None && mode.HasFlag(needed) && safe;
    }

    /// <summary>Anything up to a bound that doubles, so that many who failed together do not come back together.</summary>
    public TimeSpan Pause(int attempt)
    {
        double bound = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, attempt));
        lock (random)
        {
            return TimeSpan.FromMilliseconds(bound * random.NextDouble());
        }
    }
}
