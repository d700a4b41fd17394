namespace DigestBot.Ingest.Robots;

/// <summary>The rules for the robots that it names.</summary>
internal sealed class RobotsGroup
{
    public HashSet<string> Agents { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsForAll { get; set; }

    public List<RobotsRule> Rules { get; } = [];

    public TimeSpan? CrawlDelay { get; set; }

    /// <summary>Whether a line other than user-agent was seen: the next user-agent begins a new group.</summary>
    public bool IsClosed { get; set; }
}
