using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DigestBot.Teams;

/// <summary>What a token of the channel must be like.</summary>
/// <remarks>
/// No authentication scheme of the host: one that is alone there becomes its default, and would then be asked about every
/// request to every page, and sign in the channel to all of them.
/// </remarks>
internal sealed class ChannelTokenValidator(
    ChannelKeys keys, CloudEnvironment cloud, IOptions<BotFrameworkOptions> options, TimeProvider clock)
{
    private const int LargestToken = 16 * 1024;
    private const string ServiceUrlClaim = "serviceurl"; // in small letters
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LargestToken };
    private readonly TokenValidationParameters _parameters = new()
    {
        ConfigurationManager = keys.Source, // asked for new keys when a token names one that is unknown
        ValidIssuer = cloud.Issuer,
        IssuerValidator = (issuer, _, _) => ValidateIssuer(issuer, cloud.Issuer),
        ValidAudience = options.Value.MicrosoftAppId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false, // the key is named, and its endorsements are looked up by that name
        LifetimeValidator = (begins, ends, _, _) => IsCurrent(begins, ends, clock.GetUtcNow().UtcDateTime),
    };

    /// <returns>What the token says; null where it is not valid.</returns>
    public async Task<ChannelToken?> ValidateAsync(string token)
    {
        TokenValidationResult result = await _handler.ValidateTokenAsync(token, _parameters);
        return result is { IsValid: true, SecurityToken: JsonWebToken valid }
            ? new ChannelToken(valid.Kid, valid.TryGetPayloadValue(ServiceUrlClaim, out string? serviceUrl) ? serviceUrl : null)
            : null;
    }

    // The default would also take the issuer that the metadata document names: one more place to trust.
    private static string ValidateIssuer(string issuer, string expected) =>
        string.Equals(issuer, expected, StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The token is not from the channel.") { InvalidIssuer = issuer };

    private static bool IsCurrent(DateTime? begins, DateTime? ends, DateTime now) =>
        ends is { } end && end > now - ClockSkew && (begins is not { } begin || begin <= now + ClockSkew);
}
