using System.Security.Cryptography;
using System.Text;
using DigestBot.Ingest.WebSub;

namespace DigestBot.Tests.Ingest.WebSub;

public sealed class HubSignatureTests
{
    private const string Secret = "the secret";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<feed>news</feed>");

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    [InlineData("SHA256")]
    public void What_the_hub_has_signed_is_known_in_each_of_the_four_ways(string method)
    {
        string signature = Sign(method, Secret, Body);

        Assert.True(IsRight($"{method}={signature}", Secret, Body));
        Assert.True(IsRight($"{method}={signature.ToUpperInvariant()}", Secret, Body));
        Assert.False(IsRight($"{method}={signature}", Secret, [.. Body, 1]));
        Assert.False(IsRight($"{method}={signature}", "another secret", Body));
        Assert.False(IsRight($"{method}={signature[2..]}", Secret, Body));
        Assert.False(IsRight($"{method}={signature}00", Secret, Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("sha256")]
    [InlineData("sha256=")]
    [InlineData("sha256=xyz")]
    [InlineData("md5=d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("none=00")]
    [InlineData("sha256=00,sha256=00")]
    public void What_is_no_signature_is_never_right(string? header) => Assert.False(IsRight(header, Secret, Body));

    internal static string Sign(string method, string secret, byte[] body)
    {
        byte[] key = Encoding.UTF8.GetBytes(secret);
        return Convert.ToHexStringLower(method.ToLowerInvariant() switch
        {
#pragma warning disable CA5350 // one of the four that hubs use
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => HMACSHA256.HashData(key, body),
        });
    }

    private static bool IsRight(string? header, string secret, byte[] body)
    {
        using HubSignature? signature = HubSignature.Read(header, secret);
        signature?.Add(body.AsSpan(0, 5));
        signature?.Add(body.AsSpan(5));
        return signature?.IsRight() == true;
    }
}
