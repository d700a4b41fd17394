namespace DigestBot.Ingest.Robots;

/// <summary>What is known of one site's robots.txt.</summary>
/// <param name="Robots">Its rules, or those that stand for it.</param>
/// <param name="Until">When it is asked again.</param>
/// <param name="Trouble">Why it could not be read, in one sentence; null when it could, or when there is none.</param>
internal sealed record RobotsEntry(RobotsTxt Robots, DateTimeOffset Until, string? Trouble = null);
