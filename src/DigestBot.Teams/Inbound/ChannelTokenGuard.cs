using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Lets in whoever shows a token of the channel. Nothing of the body is read before.</summary>
internal sealed class ChannelTokenGuard(
    ChannelKeys keys, ChannelTokenValidator validator, IOptions<BotFrameworkOptions> options)
{
    private const string Bearer = "Bearer ";

    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    /// <returns>The token, or why there is none.</returns>
    public async Task<(ChannelToken? Token, Refusal? Refusal)> CheckAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (options.Value.Emulator)
        {
            return IsLocal(context) ? (new ChannelToken(null, null), null) : (null, Refusal.NotLocal);
        }

        // Looked at first: whoever has no token must not make us ask for keys.
        string header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.NoToken);
        }

        if (!await keys.AreKnownAsync(cancellationToken))
        {
            return (null, Refusal.NoKeys);
        }

        return await validator.ValidateAsync(header[Bearer.Length..].Trim()) is { } token ? (token, null) : (null, Refusal.BadToken);
    }

    // A tunnel or proxy on this machine brings requests of others; those carry a trace of it.
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
