namespace DigestBot.Commands;

/// <summary>One word of what was written, or several held together by quotation marks.</summary>
/// <param name="Raw">As written.</param>
/// <param name="Name">What stands before a colon, as in <c>window:7d</c>; otherwise null.</param>
/// <param name="Value">The word itself, without name and quotation marks.</param>
/// <param name="Quoted">Whether the value stood in quotation marks.</param>
internal sealed record TextToken(string Raw, string? Name, string Value, bool Quoted)
{
    private const string Opening = "\"“«„";
    private const string Closing = "\"”»“";

    public static IReadOnlyList<TextToken> Split(string text)
    {
        var tokens = new List<TextToken>();
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                return tokens;
            }

            tokens.Add(Read(text, ref at));
        }
    }

    private static TextToken Read(string text, ref int at)
    {
        int start = at;
        int value = at;
        string? name = null;
        for (; at < text.Length && !char.IsWhiteSpace(text[at]); at++)
        {
            if (at == value && TryQuoted(text, at, out int end))
            {
                string inside = text[(at + 1)..end].Trim();
                at = end + 1;
                return new(text[start..at], name, inside, Quoted: true);
            }

            if (text[at] == ':' && name is null)
            {
                name = text[start..at].ToLowerInvariant();
                value = at + 1;
            }
        }

        return new(text[start..at], name, text[value..at], Quoted: false);
    }

    // A quotation that does not end is not one.
    private static bool TryQuoted(string text, int at, out int end)
    {
        int mark = Opening.IndexOf(text[at], StringComparison.Ordinal);
        end = mark < 0 || at + 1 == text.Length ? -1 : text.IndexOf(Closing[mark], at + 1);
        return end > at + 1;
    }
}
