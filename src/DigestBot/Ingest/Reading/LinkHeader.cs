namespace DigestBot.Ingest.Reading;

/// <summary>Reads Link headers (RFC 8288) for their targets and relations; what is not one is passed over.</summary>
internal static class LinkHeader
{
    private const int MostLinks = 32;

    public static IReadOnlyList<(string Target, string Relations)> Read(string header)
    {
        var links = new List<(string, string)>();
        int at = 0;
        while (links.Count < MostLinks && header.IndexOf('<', at) is >= 0 and var open && header.IndexOf('>', open) is >= 0 and var close)
        {
            at = close + 1;
            links.Add((header[(open + 1)..close], Relations(header, ref at)));
        }

        return links;
    }

    // Up to the comma after which the next link begins.
    private static string Relations(string header, ref int at)
    {
        string? relations = null;
        while (at < header.Length && header[at] != ',')
        {
            if (header[at] != ';')
            {
                at++;
                continue;
            }

            int nameFrom = ++at;
            at = End(header, at);
            string name = header[nameFrom..at].Trim();
            string value = at < header.Length && header[at] == '=' ? Value(header, ref at) : "";
            relations ??= name.Equals("rel", StringComparison.OrdinalIgnoreCase) ? value : null;
        }

        return relations ?? "";
    }

    private static string Value(string header, ref int at)
    {
        at++;
        while (at < header.Length && header[at] == ' ')
        {
            at++;
        }

        int from = at;
        if (at < header.Length && header[at] == '"')
        {
            int quote = header.IndexOf('"', at + 1);
            at = quote < 0 ? header.Length : quote + 1;
            return header[(from + 1)..(quote < 0 ? header.Length : quote)].Trim();
        }

        at = End(header, at);
        return header[from..at].Trim();
    }

    private static int End(string header, int from) => header.IndexOfAny([',', ';', '='], from) is >= 0 and var end ? end : header.Length;
}
