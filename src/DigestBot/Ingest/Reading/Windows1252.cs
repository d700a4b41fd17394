using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>The encoding that stray bytes on the web are in, as characters and back.</summary>
internal static class Windows1252
{
    // 0x81, 0x8D, 0x8F, 0x90 and 0x9D have no character; they stay what Latin-1 makes of them.
    private const string HighControls =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static char FromByte(byte value) => value is >= 0x80 and <= 0x9F ? HighControls[value - 0x80] : (char)value;

    /// <summary>The byte of a character, or -1 if the encoding lacks it.</summary>
    public static int ToByte(char value) => value <= 0xFF ? value : HighControls.IndexOf(value) is >= 0 and int at ? at + 0x80 : -1;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (byte value in bytes)
        {
            text.Append(FromByte(value));
        }

        return text.ToString();
    }
}
