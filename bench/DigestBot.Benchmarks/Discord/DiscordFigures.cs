namespace DigestBot.Benchmarks.Discord;

/// <summary>What one run of one client brought.</summary>
internal sealed record DiscordFigures(
    string Client,
    double EventsPerProcessorSecond,
    double EventsPerSecond,
    double Megabytes,
    double MegabytesOfGuilds,
    LatencyReport Alone,
    LatencyReport Crowded);
