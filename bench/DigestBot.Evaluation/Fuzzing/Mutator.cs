using System.Text;

namespace DigestBot.Evaluation.Fuzzing;

/// <summary>Damages documents: the same seed and number always damage the same corpus in the same way.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MostEdits = 8;
    private const int LongestPiece = 4096;
    private const int MostRepeats = 64;
    private const int MaxLength = 5 * 1024 * 1024;

    // What readers look for; in the wrong place it leads them astray.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>", "<?", "?>", "<!DOCTYPE x [<!ENTITY a '&a;&a;'>]>",
            "&", "&#", "&#x110000;", "&#xD800;", "&#0;", "&a;", "&amp;amp;", "\"", "'", "=", "\0", "\r", "\u2028", "\u202E", "\uFEFF", "\U000E0041",
            "<item>", "</item>", "<entry>", "<rss>", "<channel>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<opml>", "<outline xmlUrl='", "<base href='file://\u202e/o:'>",
            "<script>", "</script>", "<script type=application/ld+json>{\"@graph\":[", "<style>", "<table><td><table>", "<svg><math><p>", "<template>", "<plaintext>", "<select><option>",
            "<b><i><a><p>", "</p></a></i></b>", "<div hidden>", "xmlns:x='", "xml:base='//'", "href='//['", "http://[::1", "https://\u202e/", "http://xn--\u00e9/", "%", "%zz", "file:",
            "{", "}", "[", "]", "\\u", "\\ud800", "\":", "1e999", "-0", "99999999999999999999", "2026-02-30T25:61:61+99:99", "Mon, 31 Feb 0000 00:00:00 +9999", "٢٠٢٦", "平成",
            "User-agent: *\nDisallow: /*$*$", "Allow:", "---\n", "# ", "```",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x1b, 0x24, 0x42], [0x80],
    ];

    public byte[] Mutate(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        byte[] document = Any(random);
        int edits = random.Next(1, MostEdits + 1);
        for (int i = 0; i < edits; i++)
        {
            document = Edit(document, random);
        }

        return document.Length <= MaxLength ? document : document[..MaxLength];
    }

    private byte[] Any(Random random) => corpus[random.Next(corpus.Count)];

    private byte[] Edit(byte[] document, Random random)
    {
        int at = random.Next(document.Length + 1);
        int length = Math.Min(document.Length - at, random.Next(1, random.Next(2, LongestPiece)));
        return random.Next(8) switch
        {
            0 => Replace(document, at, length, []),
            1 => Replace(document, at, 0, Piece(document, random)),
            2 => Replace(document, at, 0, Token(random)),
            3 => Replace(document, at, Math.Min(length, 4), Token(random)),
            4 => Replace(document, at, 0, Repeat(random.Next(2) == 0 ? Token(random) : Piece(document, random), random.Next(1, MostRepeats))),
            5 => Replace(document, at, 0, Piece(Any(random), random)),
            6 => document[..at],
            _ => Replace(document, at, Math.Min(length, 8), RandomBytes(random)),
        };
    }

    private static byte[] Replace(byte[] document, int at, int length, byte[] with) => [.. document.AsSpan(0, at), .. with, .. document.AsSpan(at + length)];

    private static byte[] Token(Random random) => Tokens[random.Next(Tokens.Length)];

    private static byte[] Piece(byte[] document, Random random)
    {
        int at = random.Next(document.Length + 1);
        return document[at..(at + random.Next(Math.Min(document.Length - at, LongestPiece) + 1))];
    }

    private static byte[] Repeat(byte[] piece, int times)
    {
        byte[] all = new byte[piece.Length * times];
        for (int i = 0; i < times; i++)
        {
            piece.CopyTo(all, i * piece.Length);
        }

        return all;
    }

    private static byte[] RandomBytes(Random random)
    {
        byte[] bytes = new byte[random.Next(1, 9)];
        random.NextBytes(bytes);
        return bytes;
    }
}
