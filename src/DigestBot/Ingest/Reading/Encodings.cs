using System.Text;
using UtfUnknown;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Turns bytes into text whatever they claim to be: byte order mark, then whatever is valid UTF-8, then what is
/// declared, then a guess, then windows-1252. What is declared is so often wrong that validity comes first.
/// </summary>
internal static class Encodings
{
    private const int GuessWindow = 64 * 1024;
    private const float TrustedGuess = 0.5f;
    private const byte Escape = 0x1B;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        (string text, string name, bool repaired) = DecodeBytes(bytes, contentType);
        string clean = TextRepair.DropIllegal(text);
        return new DecodedText(clean, name, repaired || clean.Length != text.Length);
    }

    private static (string Text, string Name, bool Repaired) DecodeBytes(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FromSignature(bytes) is { } marked)
        {
            ReadOnlySpan<byte> mark = marked.Preamble;
            return (marked.GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes).TrimStart('\uFEFF'), marked.WebName, false);
        }

        bool isEscaped = bytes.Contains(Escape); // ISO-2022 is valid UTF-8 as well
        if (!isEscaped && System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return (Encoding.UTF8.GetString(bytes), "utf-8", false);
        }

        if (MostlyUtf8.Decode(bytes) is { } repaired)
        {
            return (repaired, "utf-8", true);
        }

        string? declaredName = EncodingNames.FromContentType(contentType) ?? EncodingNames.FromDocument(bytes);
        Encoding? declared = EncodingNames.Find(declaredName);
        if (TryDecode(bytes, declared) is { } asDeclared)
        {
            return (asDeclared, declared!.WebName, false);
        }

        // A second opinion: the header may be wrong while the document is right.
        Encoding? inDocument = EncodingNames.Find(EncodingNames.FromDocument(bytes));
        if (TryDecode(bytes, inDocument) is { } asDocument)
        {
            return (asDocument, inDocument!.WebName, false);
        }

        Encoding? guessed = Guess(bytes);
        return TryDecode(bytes, guessed) is { } asGuessed
            ? (asGuessed, guessed!.WebName, false)
            : (Windows1252.Decode(bytes), "windows-1252", declaredName is not null);
    }

    private static Encoding? FromSignature(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0x00, 0x00, ..] => Encoding.UTF32,
        [0x00, 0x00, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [(byte)'<', 0x00, 0x00, 0x00, ..] => Encoding.UTF32,
        [0x00, 0x00, 0x00, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0x00, _, 0x00, ..] or [(byte)'{', 0x00, _, 0x00, ..] => Encoding.Unicode,
        [0x00, (byte)'<', 0x00, _, ..] or [0x00, (byte)'{', 0x00, _, ..] => Encoding.BigEndianUnicode,
        [0x4C, 0x6F, 0xA7, 0x94, ..] => CodePagesEncodingProvider.Instance.GetEncoding("IBM037"),
        _ => null,
    };

    /// <summary>The text, or null if the bytes are not all valid in that encoding.</summary>
    private static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding? encoding)
    {
        if (encoding is null || encoding.CodePage == StrictUtf8.CodePage)
        {
            return null;
        }

        if (encoding.CodePage == 1252)
        {
            return Windows1252.Decode(bytes);
        }

        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        byte[] window = bytes[..Math.Min(bytes.Length, GuessWindow)].ToArray();
        DetectionDetail? best = CharsetDetector.DetectFromBytes(window).Detected;
        return best is { Confidence: >= TrustedGuess } ? best.Encoding : null;
    }
}
