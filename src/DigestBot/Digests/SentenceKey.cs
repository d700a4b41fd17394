using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Chat;

namespace DigestBot.Digests;

/// <summary>Names a sentence by what a reader sees of it: white space and characters that cannot be seen are no matter.</summary>
internal static class SentenceKey
{
    // Sixty-four bits: of a million sentences in a channel, two have the same key once in 37 million such channels.
    public static long Of(string sentence)
    {
        string visible = string.Concat(VisibleText.Of(sentence).Where(c => !char.IsWhiteSpace(c)));
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(visible)));
    }
}
