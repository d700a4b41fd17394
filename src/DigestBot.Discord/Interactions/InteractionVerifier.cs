using System.Globalization;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace DigestBot.Discord;

/// <summary>Tells interactions that Discord posts to an HTTP endpoint from forged and repeated ones.</summary>
/// <remarks>Discord itself sends forged ones to see that they are refused with 401. Never throws, whatever comes.</remarks>
public sealed class InteractionVerifier
{
    private readonly byte[] _publicKey;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _tolerance;

    /// <param name="publicKey">The application's verify key, in hex.</param>
    /// <param name="clock">What the age of a request is measured by.</param>
    /// <param name="tolerance">How far from now a request may have been signed; five minutes if null.</param>
    /// <exception cref="ArgumentException">The key is not 32 bytes in hex.</exception>
    public InteractionVerifier(string publicKey, TimeProvider clock, TimeSpan? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _publicKey = Bytes(publicKey, Ed25519.PublicKeySize)
            ?? throw new ArgumentException("The public key of an application is 64 hexadecimal digits.", nameof(publicKey));
        _clock = clock;
        _tolerance = tolerance ?? TimeSpan.FromMinutes(5);
    }

    /// <summary>True if Discord has signed this body lately.</summary>
    /// <param name="signature">The header X-Signature-Ed25519.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp.</param>
    /// <param name="body">The body, byte by byte as it came.</param>
    public bool Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body) =>
        IsFresh(timestamp) && IsSigned(_publicKey, signature, timestamp!, body);

    /// <summary>Whether the signature is the key's over timestamp and body, however old it is.</summary>
    public static bool IsSigned(string publicKey, string? signature, string timestamp, ReadOnlySpan<byte> body) =>
        Bytes(publicKey, Ed25519.PublicKeySize) is { } key && timestamp is not null && IsSigned(key, signature, timestamp, body);

    private static bool IsSigned(byte[] publicKey, string? signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (Bytes(signature, Ed25519.SignatureSize) is not { } signed)
        {
            return false;
        }

        byte[] message = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Ed25519.Verify(signed, 0, publicKey, 0, message, 0, message.Length);
    }

    private bool IsFresh(string? timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return false;
        }

        double age = _clock.GetUtcNow().ToUnixTimeSeconds() - (double)seconds;
        return Math.Abs(age) <= _tolerance.TotalSeconds;
    }

    private static byte[]? Bytes(string? hex, int size)
    {
        byte[] bytes = new byte[size];
        return hex?.Length == size * 2
            && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
