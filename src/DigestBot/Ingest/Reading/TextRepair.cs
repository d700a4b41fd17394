using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>Repairs text that was decoded wrongly before it came to us, and drops what no text may hold.</summary>
internal static class TextRepair
{
    /// <summary>Drops control characters (but tab and line ends), lone surrogates and non-characters.</summary>
    public static string DropIllegal(string text)
    {
        int next = FindIllegal(text, 0);
        if (next == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length).Append(text, 0, next);
        while (next < text.Length)
        {
            if (text[next] is >= '\u0080' and <= '\u009F')
            {
                clean.Append(Windows1252.FromByte((byte)text[next])); // windows-1252 that somebody took for Latin-1
            }

            int start = next + 1;
            next = FindIllegal(text, start);
            clean.Append(text, start, next - start);
        }

        return clean.ToString();
    }

    /// <summary>
    /// Undoes UTF-8 that was read as windows-1252 and encoded once more ("Ã©" for "é"). Only where every non-ASCII
    /// character of the text is part of such a sequence, so that text which merely looks odd stays as it is.
    /// </summary>
    public static string UndoDoubleEncoding(string text)
    {
        int first = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (first < 0 || Windows1252.ToByte(text[first]) is < 0xC2 or > 0xF4)
        {
            return text;
        }

        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            int value = Windows1252.ToByte(text[i]);
            if (value < 0)
            {
                return text;
            }

            bytes[i] = (byte)value;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }

    // The offset of the next one, or the length of the text.
    private static int FindIllegal(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and < '\u007F' or > '\u009F' and < '\uD800' or '\t' or '\n' or '\r' or > '\uDFFF' and < '\uFFFE')
            {
                continue;
            }

            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return text.Length;
    }
}
