using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Discord;

/// <summary>Calls Discord's REST API: politely, within its limits, and again only where that is safe.</summary>
/// <remarks>
/// What Discord refuses is an <see cref="HttpException"/>, what did not answer in time a <see cref="RequestTimeoutException"/>;
/// a connection's failure is the <see cref="HttpRequestException"/> of .NET as it is. Safe to use from many threads; make one
/// for each token, since limits are counted per client.
/// </remarks>
public sealed partial class DiscordRestClient
{
    private readonly RequestPipeline _pipeline;

    /// <param name="config">Whom to speak to, and as whom.</param>
    /// <param name="http">What sends; <see cref="DiscordHttp.CreateHandler"/> makes a suitable handler. The caller disposes of it.</param>
    /// <param name="clock">Limits, timeouts and pauses are counted by it.</param>
    /// <param name="random">Spreads the pauses between attempts.</param>
    /// <param name="logger">Hears of limits and attempts; never of tokens or texts.</param>
    public DiscordRestClient(
        DiscordRestConfig config, HttpMessageInvoker http, TimeProvider clock, Random random, ILogger<DiscordRestClient>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(random);
        _pipeline = new RequestPipeline(config, http, clock, random, logger ?? NullLogger<DiscordRestClient>.Instance);
    }

    /// <summary>Buckets that are remembered.</summary>
    internal int BucketCount => _pipeline.BucketCount;

    /// <summary>Where the gateway is, and how many sessions may still be started.</summary>
    public Task<GatewayBot> GetGatewayBotAsync(RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"gateway/bot"), DiscordJson.Default.GatewayBot, options);

    /// <summary>The application that the token belongs to.</summary>
    public Task<Application> GetCurrentApplicationAsync(RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"applications/@me"), DiscordJson.Default.Application, options);

    /// <summary>The bot's own user.</summary>
    public Task<DiscordUser> GetCurrentUserAsync(RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"users/@me"), DiscordJson.Default.DiscordUser, options);

    private Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> answer, RequestOptions? options) =>
        _pipeline.SendAsync(request, answer, options);

    // An attempt before was carried out, and its answer lost: Discord refuses this one because of that.
    private static bool IsOwnEcho(HttpException exception, DiscordErrorCode code) => exception.FollowsDoubt && exception.DiscordCode == code;

    private Task SendAsync(RestRequest request, RequestOptions? options) => _pipeline.SendAsync(request, options);
}
