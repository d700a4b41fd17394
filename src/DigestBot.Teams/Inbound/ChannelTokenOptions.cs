using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Teams;

/// <summary>What a token of the channel must be like.</summary>
/// <remarks>A named scheme: nothing but the bot's endpoint asks for it, whatever else signs people in to the host.</remarks>
internal sealed class ChannelTokenOptions(
    IOptions<BotFrameworkOptions> options, CloudEnvironment cloud, ChannelKeys keys, TimeProvider clock)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public const string Scheme = "BotFramework";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, JwtBearerOptions jwt)
    {
        if (name != Scheme)
        {
            return;
        }

        jwt.ConfigurationManager = keys.Source;
        jwt.MapInboundClaims = false; // keeps "serviceurl" under its name
        jwt.RefreshOnIssuerKeyNotFound = true;
        jwt.SaveToken = false;
        jwt.IncludeErrorDetails = false;
        jwt.TimeProvider = clock;
        jwt.TokenHandlers.Clear();
        jwt.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 });
        jwt.TokenValidationParameters = Parameters();
    }

    private TokenValidationParameters Parameters() => new()
    {
        ValidIssuer = cloud.Issuer,
        IssuerValidator = ValidateIssuer,
        ValidAudience = options.Value.MicrosoftAppId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false, // the token names its key, and the key's endorsements are looked up by that name
        LifetimeValidator = ValidateLifetime,
    };

    // The default would also take the issuer that the metadata document names: one more place to trust.
    private string ValidateIssuer(string issuer, SecurityToken token, TokenValidationParameters parameters) =>
        string.Equals(issuer, cloud.Issuer, StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The token is not from the channel.") { InvalidIssuer = issuer };

    private bool ValidateLifetime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && end > now - ClockSkew && (notBefore is not { } begin || begin <= now + ClockSkew);
    }
}
