using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Ingest.WebSub;

/// <summary>Checks that what arrives was signed with the secret that only its hub was told.</summary>
internal sealed class HubSignature : IDisposable
{
    private readonly IncrementalHash _hash;
    private readonly byte[] _claimed;

    private HubSignature(IncrementalHash hash, byte[] claimed)
    {
        _hash = hash;
        _claimed = claimed;
    }

    /// <param name="header">X-Hub-Signature, such as <c>sha256=…</c>.</param>
    /// <param name="secret">Of the subscription.</param>
    /// <returns>Null where it is no signature, or is made in a way that the recommendation does not know.</returns>
    public static HubSignature? Read(string? header, string secret)
    {
        if (header?.Split('=', 2) is not [var method, var claimed] || Algorithm(method.Trim()) is not { } algorithm)
        {
            return null;
        }

        try
        {
            return new HubSignature(IncrementalHash.CreateHMAC(algorithm, Encoding.UTF8.GetBytes(secret)), Convert.FromHexString(claimed.Trim()));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public void Add(ReadOnlySpan<byte> piece) => _hash.AppendData(piece);

    /// <summary>Whether it is right for all that was added; takes as long wherever it is wrong.</summary>
    public bool IsRight() => CryptographicOperations.FixedTimeEquals(_hash.GetHashAndReset(), _claimed);

    public void Dispose() => _hash.Dispose();

    private static HashAlgorithmName? Algorithm(string method) => method.ToUpperInvariant() switch
    {
        "SHA1" => HashAlgorithmName.SHA1,
        "SHA256" => HashAlgorithmName.SHA256,
        "SHA384" => HashAlgorithmName.SHA384,
        "SHA512" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
