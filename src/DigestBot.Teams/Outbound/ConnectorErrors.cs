using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Teams;

/// <summary>Makes errors out of what came, or did not come, from the service.</summary>
internal static class ConnectorErrors
{
    public static ErrorResponseException Answered(HttpResponseMessage response, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ErrorBody error = ErrorBody.Parse(body);
        string code = error.SubCode ?? error.Code ?? "no code";
        return new ErrorResponseException($"The service answered {(int)response.StatusCode}, {code}.")
        {
            StatusCode = response.StatusCode,
            Code = error.Code,
            SubCode = error.SubCode,
            ServiceMessage = error.Message,
            RetryAfter = Wait(response.Headers.RetryAfter, now),
            MayHaveArrived = response.StatusCode is HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout,
        };
    }

    /// <summary>No answer came. Only where no connection was made is it sure that nothing arrived.</summary>
    public static ErrorResponseException NotAnswered(Exception exception)
    {
        bool neverLeft = exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        return new ErrorResponseException(
            neverLeft ? "The service could not be reached." : "The service gave no answer.", exception)
        { MayHaveArrived = !neverLeft };
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        TimeSpan? wait = header?.Delta ?? header?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
