using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.Net.Http.Headers;

namespace DigestBot.Teams;

/// <summary>Lets in whoever shows a token of the channel. Nothing of the body is read before.</summary>
internal sealed class ChannelTokenGuard(ChannelKeys keys, IOptions<BotFrameworkOptions> options)
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    /// <returns>The token, or why there is none.</returns>
    public async Task<(ChannelToken? Token, Refusal? Refusal)> CheckAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (options.Value.Emulator)
        {
            return IsLocal(context) ? (new ChannelToken(null, null), null) : (null, Refusal.NotLocal);
        }

        // Looked at first: whoever has no token must not make us ask for keys.
        if (!context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.NoToken);
        }

        if (!await keys.AreKnownAsync(cancellationToken))
        {
            return (null, Refusal.NoKeys);
        }

        AuthenticateResult result = await context.AuthenticateAsync(ChannelTokenOptions.Scheme);
        return result is { Succeeded: true, Principal: { } principal } ? (Token(context, principal), null) : (null, Refusal.BadToken);
    }

    private static ChannelToken Token(HttpContext context, ClaimsPrincipal principal)
    {
        var token = new JsonWebToken(context.Request.Headers[HeaderNames.Authorization].ToString()["Bearer ".Length..].Trim());
        return new ChannelToken(token.Kid, principal.FindFirstValue("serviceurl"));
    }

    // A tunnel or proxy on this machine brings requests of others; those carry a trace of it.
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
