using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What must be known of a server to tell who manages it and which language it speaks; asked for now and then.</summary>
internal sealed partial class DiscordGuilds(DiscordRestClient rest, TimeProvider clock, ILogger<DiscordGuilds> logger)
{
    private const int MostKept = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly RecentAnswers<ulong, Guild> _guilds = new(MostKept, Kept, clock);

    /// <summary>Null where Discord does not say: whoever asks goes on without.</summary>
    public async Task<Guild?> FindAsync(ulong guildId, CancellationToken cancellationToken)
    {
        if (_guilds.TryGet(guildId, out Guild? known))
        {
            return known;
        }

        try
        {
            var options = new RequestOptions { CancelToken = cancellationToken, Timeout = Patience, MaxRetries = 1 };
            Guild guild = await rest.GetGuildAsync(guildId, options);

            // Channels, threads and members are many, and nobody asks for them here.
            guild = guild with { Channels = [], Threads = [], Members = [] };
            _guilds.Set(guildId, guild);
            return guild;
        }
        catch (Exception exception) when (DiscordFailure.Is(exception))
        {
            LogUnknown(guildId, exception.Message);
            return null;
        }
    }

    /// <summary>Roles of the server were changed.</summary>
    public void Forget(ulong guildId) => _guilds.Remove(guildId);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Discord did not say who manages server {GuildId}; nobody does for the moment: {Problem}")]
    private partial void LogUnknown(ulong guildId, string problem);
}
