using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>A request to the bot's endpoint, and how it is answered: by ours, by botbuilder, by the Teams SDK.</summary>
/// <remarks>The peers' answers are what they were seen to give; a test asks them again.</remarks>
internal sealed record InboundCase(string Name, int Ours, int Botbuilder, int TeamsApps)
{
    public const string AllowedTenant = ChannelIssuer.Tenant;

    private const string Foreign = "99999999-0000-4000-8000-000000000009";
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    /// <summary>Null for a request without a token of the issuer.</summary>
    public TokenSpec? Token { get; init; } = new();

    /// <summary>The header, where there is no token of the issuer.</summary>
    public string? Authorization { get; init; }

    public Func<JsonObject, JsonObject> Change { get; init; } = activity => activity;

    public static IReadOnlyList<InboundCase> All { get; } =
    [
        new("good", 202, 200, 200),
        new("good, RS384", 202, 200, 401) { Token = new() { Algorithm = "RS384" } },
        new("good, RS512", 202, 200, 401) { Token = new() { Algorithm = "RS512" } },
        new("expired within the skew", 202, 200, 200) { Token = new() { Ends = TimeSpan.FromMinutes(-2) } },
        new("not valid yet, within the skew", 202, 200, 200) { Token = new() { Begins = TimeSpan.FromMinutes(2) } },
        new("`serviceurl` without the slash that the activity has", 202, 401, 200) { Token = new() { ServiceUrl = Samples.ServiceUrl.TrimEnd('/') } },
        new("`serviceurl` with a slash that the activity has not", 202, 401, 200) { Change = With("serviceUrl", Samples.ServiceUrl.TrimEnd('/')) },
        new("no token", 401, 401, 401) { Token = null },
        new("another scheme than Bearer", 401, 401, 401) { Token = null, Authorization = "Basic YTpi" },
        new("garbage", 401, 401, 401) { Token = null, Authorization = "Bearer garbage" },
        new("wrong issuer", 401, 401, 401) { Token = new() { Issuer = "https://issuer.example" } },
        new("the directory as issuer", 401, 401, 401) { Token = new() { Issuer = $"https://sts.windows.net/{AllowedTenant}/" } },
        new("wrong audience", 401, 401, 401) { Token = new() { Audience = "another-app" } },
        new("audience `api://` and the app's id", 401, 401, 200) { Token = new() { Audience = $"api://{ChannelIssuer.AppId}" } },
        new("expired", 401, 401, 401) { Token = new() { Begins = -2 * TenMinutes, Ends = -TenMinutes } },
        new("not valid yet", 401, 500, 401) { Token = new() { Begins = TenMinutes } },
        new("no expiry", 401, 200, 200) { Token = new() { Ends = null } },
        new("unknown key", 401, 401, 401) { Token = new() { KeyId = ChannelIssuer.Unpublished } },
        new("no key named", 401, 401, 401) { Token = new() { KeyId = null, SignedBy = ChannelIssuer.Endorsed } },
        new("signed by another key than named", 401, 500, 401) { Token = new() { SignedBy = ChannelIssuer.Unpublished } },
        new("HS256 with the public key", 401, 500, 401) { Token = new() { Algorithm = "HS256" } },
        new("algorithm none", 401, 500, 401) { Token = new() { Algorithm = "none" } },
        new("tampered", 401, 500, 401) { Token = new() { Tampered = true } },
        new("key without endorsements", 403, 200, 200) { Token = new() { KeyId = ChannelIssuer.NotEndorsed } },
        new("key endorsed for another channel", 403, 401, 200) { Token = new() { KeyId = ChannelIssuer.EndorsedElsewhere } },
        new("activity of another channel", 403, 401, 200) { Change = With("channelId", "webchat") },
        new("no `serviceurl`", 403, 401, 401) { Token = new() { ServiceUrl = null } },
        new("`serviceUrl` in place of `serviceurl`", 403, 401, 401) { Token = new() { ServiceUrlClaim = "serviceUrl" } },
        new("`serviceurl` of another service", 403, 401, 401) { Token = new() { ServiceUrl = "https://smba.trafficmanager.net/emea/" } },
        new("a service on a host that is not on the list", 403, 200, 200)
        {
            Token = new() { ServiceUrl = "https://service.example/amer/" },
            Change = With("serviceUrl", "https://service.example/amer/"),
        },
        new("foreign organization", 403, 200, 200)
        {
            Change = activity => activity.With("conversation.tenantId", Foreign).With("channelData.tenant.id", Foreign),
        },
        new("a foreign organization in one of two places", 403, 200, 200) { Change = With("channelData.tenant.id", Foreign) },
        new("no organization", 403, 200, 200) { Change = activity => activity.With("conversation.tenantId", null).With("channelData", null) },
    ];

    public string? Header() => Token is { } token ? ChannelIssuer.Bearer(token) : Authorization;

    public JsonObject Activity() => Change(Samples.Message());

    private static Func<JsonObject, JsonObject> With(string path, string value) => activity => activity.With(path, value);
}
