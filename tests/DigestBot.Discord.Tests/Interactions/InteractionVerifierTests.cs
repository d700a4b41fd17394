using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace DigestBot.Discord.Tests.Interactions;

/// <summary>Interactions over HTTP are believed only if Discord has signed them lately.</summary>
public sealed class InteractionVerifierTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, Ed25519.SecretKeySize).Select(i => (byte)i)];
    private static readonly string PublicKey = KeyOf(Secret);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":1,"text":"Ünïcode عربي"}""");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero));

    private string Now => At(TimeSpan.Zero);

    // RFC 8032, section 7.1: the tests with messages of 0, 1 and 2 bytes. A message is timestamp and body one after the other.
    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "")]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "72")]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        "af82")]
    public void The_vectors_of_the_standard_hold(string publicKey, string signature, string message)
    {
        byte[] body = Convert.FromHexString(message);

        Assert.True(InteractionVerifier.IsSigned(publicKey, signature, "", body));
        Assert.False(InteractionVerifier.IsSigned(publicKey, signature, "", [.. body, 0]));
    }

    [Fact]
    public void What_was_signed_lately_is_believed()
    {
        Assert.True(Verifier().Verify(Sign(Now, Body), Now, Body));
        Assert.True(Verifier().Verify(Sign(Now, Body).ToUpperInvariant(), Now, Body));
    }

    [Fact]
    public void A_single_bit_makes_a_forgery() => Gen.Int[0, (Body.Length * 8) - 1].Sample(bit =>
    {
        byte[] forged = [.. Body];
        forged[bit / 8] ^= (byte)(1 << (bit % 8));
        return !Verifier().Verify(Sign(Now, Body), Now, forged);
    });

    [Fact]
    public void A_signature_is_of_one_key_and_one_instant()
    {
        byte[] other = [.. Secret.Reverse()];

        Assert.False(Verifier().Verify(Sign(Now, Body, other), Now, Body));
        Assert.False(Verifier().Verify(Sign(Now, Body), At(TimeSpan.FromSeconds(-1)), Body));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void What_was_signed_long_ago_is_a_repetition(int seconds, bool believed)
    {
        string timestamp = At(TimeSpan.FromSeconds(seconds));

        Assert.Equal(believed, Verifier().Verify(Sign(timestamp, Body), timestamp, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("1772348400.5")]
    public void A_timestamp_that_is_none_is_refused(string timestamp) =>
        Assert.False(Verifier().Verify(Sign(timestamp, Body), timestamp, Body));

    [Fact]
    public void No_garbage_makes_it_throw() =>
        Gen.Select(Gen.String, Gen.String, Gen.Byte.Array[0, 64]).Sample((signature, timestamp, body) =>
            !Verifier().Verify(signature, timestamp, body) && !InteractionVerifier.IsSigned(signature, signature, timestamp, body));

    [Fact]
    public void Missing_headers_are_refused()
    {
        Assert.False(Verifier().Verify(null, Now, Body));
        Assert.False(Verifier().Verify(Sign(Now, Body), null, Body));
        Assert.False(InteractionVerifier.IsSigned(PublicKey, null, Now, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz5a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    public void A_key_that_is_none_is_refused_at_the_start(string key) =>
        Assert.Throws<ArgumentException>(() => new InteractionVerifier(key, _clock));

    private static string KeyOf(byte[] secret)
    {
        byte[] key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(secret, 0, key, 0);
        return Convert.ToHexStringLower(key);
    }

    private static string Sign(string timestamp, byte[] body, byte[]? secret = null)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        byte[] signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(secret ?? Secret, 0, message, 0, message.Length, signature, 0);
        return Convert.ToHexStringLower(signature);
    }

    private InteractionVerifier Verifier() => new(PublicKey, _clock);

    private string At(TimeSpan offset) => (_clock.GetUtcNow() + offset).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
