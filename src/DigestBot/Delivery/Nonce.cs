using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Delivery;

/// <summary>The name of a part on its platform: the same in every attempt and on every node, because the key is.</summary>
internal static class Nonce
{
    /// <summary>Discord takes 25 characters; 20 of these carry 103 bits.</summary>
    public const int Length = 20;

    // Small letters only: whoever folds cases changes nothing.
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Of(string key)
    {
        UInt128 hash = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return string.Create(Length, hash, static (letters, rest) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                (rest, UInt128 letter) = UInt128.DivRem(rest, (UInt128)Alphabet.Length);
                letters[i] = Alphabet[(int)letter];
            }
        });
    }
}
