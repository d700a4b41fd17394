using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Ingest.Reading;

/// <summary>Finds what a document says about its own encoding, and the encoding behind a name.</summary>
internal static partial class EncodingNames
{
    private const int DeclarationWindow = 2048;

    /// <summary>The charset of a Content-Type header, or null.</summary>
    public static string? FromContentType(string? contentType) =>
        contentType is not null && Charset().Match(contentType) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The encoding of an XML declaration or the charset of a meta element near the start, or null.</summary>
    public static string? FromDocument(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        Match match = XmlDeclaration().Match(head);
        match = match.Success ? match : Meta().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>As browsers read the name: ISO-8859-1 means windows-1252, GB2312 means GB18030.</summary>
    public static Encoding? Find(string? name)
    {
        string? label = name?.Trim().ToLowerInvariant();
        string? modern = label switch
        {
            null or "" => null,
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "ascii" or "us-ascii" or "latin1" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "cp1252" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "gb18030" => "gb18030",
            "euc-kr" or "ks_c_5601-1987" or "cp949" or "ksc5601" => "ks_c_5601-1987",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "x-sjis" or "sjis" or "shift-jis" or "ms_kanji" => "shift_jis",
            "big5-hkscs" => "big5",
            "utf-7" => null, // a known way past filters
            _ => label,
        };

        try
        {
            return modern is null ? null : CodePagesEncodingProvider.Instance.GetEncoding(modern) ?? Encoding.GetEncoding(modern);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9_.:-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();
}
