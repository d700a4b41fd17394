namespace DigestBot.Ingest.Robots;

/// <summary>One line of a robots.txt, as forgiving as crawlers are known to be.</summary>
internal readonly record struct RobotsLine(RobotsField Field, string Value)
{
    public static RobotsLine Read(ReadOnlySpan<char> line)
    {
        int comment = line.IndexOf('#');
        line = (comment < 0 ? line : line[..comment]).Trim();
        int end = line.IndexOf(':');
        if (end < 0)
        {
            // "disallow /private": the colon was forgotten.
            end = line.IndexOfAny(' ', '\t');
            if (end < 0 || line[end..].Trim().ContainsAny(' ', '\t'))
            {
                return default;
            }
        }

        RobotsField field = FieldOf(line[..end].Trim());
        return field == RobotsField.Other ? default : new RobotsLine(field, line[(end + 1)..].Trim().ToString());
    }

    private static RobotsField FieldOf(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        return name.Length > lower.Length ? RobotsField.Other : lower[..name.ToLowerInvariant(lower)] switch
        {
            "user-agent" or "useragent" or "user agent" => RobotsField.UserAgent,
            "allow" => RobotsField.Allow,
            "disallow" or "dissallow" or "dissalow" or "disalow" or "diasllow" or "disallaw" => RobotsField.Disallow,
            "crawl-delay" => RobotsField.CrawlDelay,
            "sitemap" or "site-map" => RobotsField.Sitemap,
            _ => RobotsField.Other,
        };
    }
}
