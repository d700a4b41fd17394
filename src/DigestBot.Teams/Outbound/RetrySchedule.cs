using System.Net;

namespace DigestBot.Teams;

/// <summary>Whether a request is sent again, and when: only for the answers for which the service's documents say so.</summary>
internal sealed class RetrySchedule(Random random)
{
    /// <summary>Attempts at one request, the first among them.</summary>
    internal const int MostAttempts = 4;

    /// <summary>Whoever is told to wait longer than this is better served by hearing of it.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();

    /// <param name="attempt">How many attempts were made.</param>
    /// <param name="error">How the last one ended.</param>
    /// <returns>How long to wait for the next one; null where there is none.</returns>
    public TimeSpan? After(int attempt, ErrorResponseException error)
    {
        if (attempt >= MostAttempts || !IsPassing(error.StatusCode))
        {
            return null;
        }

        if (error is { StatusCode: HttpStatusCode.TooManyRequests, RetryAfter: { } asked })
        {
            return asked <= LongestWait ? asked : null;
        }

        // Half of it by chance, so that those who were refused together do not come back together.
        TimeSpan most = FirstWait * Math.Pow(2, attempt - 1);
        return (most / 2) + (most / 2 * Chance());
    }

    private static bool IsPassing(HttpStatusCode? status) => status is HttpStatusCode.TooManyRequests
        or HttpStatusCode.PreconditionFailed
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    private double Chance()
    {
        lock (_gate)
        {
            return random.NextDouble();
        }
    }
}
