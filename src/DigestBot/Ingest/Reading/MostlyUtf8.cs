using System.Buffers;
using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>Text that is UTF-8 but for a few bytes: pasted windows-1252, or a last character cut in two.</summary>
internal static class MostlyUtf8
{
    private const int GoodPerBad = 4;

    /// <summary>The text with its stray bytes read as windows-1252, or null if it is rather another encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        int good = 0;
        int bad = 0;
        while (!bytes.IsEmpty)
        {
            int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            ReadOnlySpan<byte> plain = ascii < 0 ? bytes : bytes[..ascii];
            text.Append(Encoding.ASCII.GetString(plain));
            bytes = bytes[plain.Length..];
            if (bytes.IsEmpty)
            {
                break;
            }

            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used);
            if (status == OperationStatus.Done)
            {
                good++;
                text.Append(rune.ToString());
                bytes = bytes[used..];
            }
            else if (status == OperationStatus.NeedMoreData)
            {
                break;
            }
            else
            {
                bad++;
                text.Append(Windows1252.FromByte(bytes[0]));
                bytes = bytes[1..];
            }
        }

        return good > 0 && good >= bad * GoodPerBad ? text.ToString() : null;
    }
}
