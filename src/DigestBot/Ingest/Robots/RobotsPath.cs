using System.Text;

namespace DigestBot.Ingest.Robots;

/// <summary>Brings paths and patterns into one form, so that they can be compared letter by letter.</summary>
internal static class RobotsPath
{
    private static readonly char[] HostEnds = ['/', '?', ';', '#'];

    /// <summary>Path and query of an address, escaped; "/" where it has none.</summary>
    public static string Of(string url)
    {
        int scheme = url.IndexOf("//", StringComparison.Ordinal);
        int start = scheme >= 0 && url.IndexOf(':', StringComparison.Ordinal) == scheme - 1
            ? url.IndexOfAny(HostEnds, scheme + 2)
            : url.IndexOfAny(HostEnds);
        string path = start < 0 ? "" : url[start..];
        int fragment = path.IndexOf('#', StringComparison.Ordinal);
        path = fragment < 0 ? path : path[..fragment];
        return Escape(path.StartsWith('/') ? path : $"/{path}");
    }

    /// <summary>What is not ASCII as percent and hexadecimal; what is escaped already in capital letters.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '~') && !text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        int letters = 0; // after a percent sign
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                letters = rune.Value == '%' ? 2 : letters - 1;
                escaped.Append(letters is 0 or 1 && char.IsAsciiHexDigit((char)rune.Value) ? char.ToUpperInvariant((char)rune.Value) : (char)rune.Value);
                continue;
            }

            letters = 0;
            foreach (byte one in bytes[..rune.EncodeToUtf8(bytes)])
            {
                escaped.Append('%').Append(Convert.ToHexString([one]));
            }
        }

        return escaped.ToString();
    }
}
