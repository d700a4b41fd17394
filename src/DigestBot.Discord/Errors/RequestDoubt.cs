using System.Net;

namespace DigestBot.Discord;

/// <summary>Tells, after a failure, whether Discord may have carried the request out.</summary>
public static class RequestDoubt
{
    /// <summary>False only where it is certain that nothing happened: it was refused, or never left.</summary>
    public static bool MayHaveArrived(Exception failure) => failure switch
    {
        HttpException { FollowsDoubt: true } => true,
        RateLimitedException or InvalidRequestBudgetException or ArgumentException => false,
        HttpException refused => refused.HttpCode >= HttpStatusCode.InternalServerError,
        RequestTimeoutException late => late.MayHaveArrived,
        HttpRequestException lost => lost.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError),
        _ => true,
    };
}
