using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html;

namespace DigestBot.Ingest.Reading;

/// <summary>Replaces character references: numbers and HTML's names, never an entity that a document declares itself.</summary>
internal static class CharacterReferences
{
    private const int LongestReference = 34; // "&CounterClockwiseContourIntegral;" and some air

    public static string Decode(ReadOnlySpan<char> text)
    {
        int first = text.IndexOf('&');
        if (first < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        while (first >= 0)
        {
            decoded.Append(text[..first]);
            text = text[first..];
            int length = AppendReference(text, decoded);
            if (length == 0)
            {
                decoded.Append('&');
                length = 1;
            }

            text = text[length..];
            first = text.IndexOf('&');
        }

        return decoded.Append(text).ToString();
    }

    private static int AppendReference(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        if (text.Length > 2 && text[1] == '#')
        {
            return AppendNumber(text, decoded);
        }

        int end = 1;
        int limit = Math.Min(text.Length, LongestReference);
        while (end < limit && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        // Without its ";" a name is a reference only where nothing else can be meant: "AT&T", "?a=1&copy=2".
        if (end == 1 || end >= text.Length || text[end] != ';')
        {
            return 0;
        }

        string? symbol = text[1..end] switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => Find(text[..(end + 1)].ToString()),
        };
        decoded.Append(symbol);
        return symbol is null ? 0 : end + 1;
    }

    // The runtime knows the names of HTML 4, which nearly all are; those that HTML 5 added, or means differently, take a
    // table that is long in the making.
    private static string? Find(string reference)
    {
        string symbol = WebUtility.HtmlDecode(reference);
        return symbol.Length == 1 && reference is not ("&lang;" or "&rang;") ? symbol : HtmlEntityProvider.Resolver.GetSymbol(reference[1..]);
    }

    private static int AppendNumber(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        bool hex = text[2] is 'x' or 'X';
        int start = hex ? 3 : 2;
        int end = start;
        while (end < text.Length && end < start + 10 && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (end == start || !uint.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out uint number))
        {
            return 0;
        }

        if (number is >= 0x80 and <= 0x9F)
        {
            decoded.Append(Windows1252.FromByte((byte)number));
        }
        else if (number is > 0 and <= char.MaxValue && !char.IsSurrogate((char)number))
        {
            decoded.Append((char)number);
        }
        else if (number > 0 && Rune.TryCreate(number, out Rune rune))
        {
            decoded.Append(rune.ToString());
        }

        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
