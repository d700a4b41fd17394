using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>A key of the channel, with the channels that it may speak for; null for a key without endorsements.</summary>
internal sealed class ChannelKey(string id, params string[]? endorsements)
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    public byte[] PublicKey => _rsa.ExportSubjectPublicKeyInfo();

    public byte[] Sign(byte[] data, HashAlgorithmName hash) => _rsa.SignData(data, hash, RSASignaturePadding.Pkcs1);

    /// <summary>As the channel publishes it.</summary>
    public JsonObject Describe()
    {
        RSAParameters parameters = _rsa.ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url(parameters.Modulus!),
            ["e"] = Base64Url(parameters.Exponent!),
        };
        if (endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return key;
    }

    public static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
