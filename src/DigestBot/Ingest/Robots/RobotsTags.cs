namespace DigestBot.Ingest.Robots;

/// <summary>Reads what one page asks of robots: the header X-Robots-Tag, and the meta element "robots".</summary>
internal static class RobotsTags
{
    /// <summary>The name by which robots.txt and these tags may speak to the bot.</summary>
    public const string Agent = "DigestBot";

    /// <summary>True where no copy may be kept.</summary>
    /// <param name="tags">"noindex, noarchive", or "otherbot: noarchive, digestbot: nofollow": each name holds for what follows it.</param>
    public static bool ForbidKeeping(string? tags)
    {
        bool isForUs = true;
        foreach (string tag in (tags ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            int colon = tag.IndexOf(':', StringComparison.Ordinal);
            string name = colon < 0 ? "" : tag[..colon].Trim();
            isForUs = colon < 0 ? isForUs : name.Equals(Agent, StringComparison.OrdinalIgnoreCase);
            if (isForUs && tag[(colon + 1)..].Trim().Equals("noarchive", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
