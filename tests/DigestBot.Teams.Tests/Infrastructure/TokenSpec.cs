using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>A token to be made; as it is, a good one.</summary>
internal sealed record TokenSpec
{
    public string Algorithm { get; init; } = "RS256";

    public string? KeyId { get; init; } = ChannelIssuer.Endorsed;

    /// <summary>The key that signs, where it is not the one that is named.</summary>
    public string? SignedBy { get; init; }

    public string Issuer { get; init; } = ChannelIssuer.Issuer;

    public string Audience { get; init; } = ChannelIssuer.AppId;

    public string? ServiceUrl { get; init; } = Samples.ServiceUrl;

    public string ServiceUrlClaim { get; init; } = "serviceurl";

    public TimeSpan? Begins { get; init; } = TimeSpan.FromMinutes(-1);

    public TimeSpan? Ends { get; init; } = TimeSpan.FromMinutes(30);

    public bool Tampered { get; init; }

    public string Make(DateTimeOffset now)
    {
        var header = new JsonObject { ["alg"] = Algorithm, ["typ"] = "JWT" };
        Add(header, "kid", KeyId);
        var payload = new JsonObject { ["iss"] = Issuer, ["aud"] = Audience };
        Add(payload, ServiceUrlClaim, ServiceUrl);
        Add(payload, "nbf", (now + Begins)?.ToUnixTimeSeconds());
        Add(payload, "exp", (now + Ends)?.ToUnixTimeSeconds());
        string content = $"{Part(header)}.{Part(payload)}";
        string signature = ChannelKey.Base64Url(Sign(ChannelIssuer.Key(SignedBy ?? KeyId), Encoding.ASCII.GetBytes(content)));
        if (Tampered)
        {
            payload["sub"] = "somebody-else";
            content = $"{Part(header)}.{Part(payload)}";
        }

        return $"{content}.{signature}";
    }

    private byte[] Sign(ChannelKey key, byte[] content) => Algorithm switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(key.PublicKey, content), // the old trick: the public key as a shared secret
        "RS384" => key.Sign(content, HashAlgorithmName.SHA384),
        "RS512" => key.Sign(content, HashAlgorithmName.SHA512),
        _ => key.Sign(content, HashAlgorithmName.SHA256),
    };

    private static void Add<T>(JsonObject owner, string name, T? value)
    {
        if (value is not null)
        {
            owner[name] = JsonValue.Create(value);
        }
    }

    private static string Part(JsonObject value) => ChannelKey.Base64Url(Encoding.UTF8.GetBytes(value.ToJsonString()));
}
