using System.Net;

namespace DigestBot.Teams;

/// <summary>The connection to Microsoft's services.</summary>
internal static class OutboundHttp
{
    public const string ClientName = "DigestBot.Teams";

    private const int LargestAnswer = 1024 * 1024;

    /// <summary>Follows no redirect, so that the token goes nowhere else; keeps no cookie; notices changed addresses.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Time limits are the callers', by the clock that they were given.</summary>
    public static void Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = LargestAnswer;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("DigestBot.Teams");
    }
}
