using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Signs interactions for an HTTP endpoint with Ed25519, over the timestamp and the raw body.</summary>
public sealed class InteractionSigner
{
    private readonly Ed25519PrivateKeyParameters _key = new(SHA256.HashData("the fake's application"u8));

    /// <summary>The application's public key, in hexadecimal, as its page shows it.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.GeneratePublicKey().GetEncoded());

    /// <summary>The value of X-Signature-Ed25519.</summary>
    public string Sign(string timestamp, string body)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        byte[] message = Encoding.UTF8.GetBytes(timestamp + body);
        signer.BlockUpdate(message, 0, message.Length);
        return Convert.ToHexStringLower(signer.GenerateSignature());
    }
}
