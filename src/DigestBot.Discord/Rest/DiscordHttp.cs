namespace DigestBot.Discord;

/// <summary>The connection that suits Discord.</summary>
public static class DiscordHttp
{
    /// <summary>
    /// Follows no redirect, so that the token goes nowhere else, keeps no cookie, notices changed addresses, and tells a
    /// connection that was never made from an answer that never came.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };
}
