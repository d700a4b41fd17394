namespace DigestBot.Discord;

/// <summary>Which servers the bot is in: it tells one that the bot was added to from one that has come back.</summary>
internal sealed class GuildRoster
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _guilds = [];

    /// <summary>A copy.</summary>
    public IReadOnlyCollection<ulong> Ids
    {
        get
        {
            lock (_gate)
            {
                return [.. _guilds];
            }
        }
    }

    /// <summary>A session begins with all servers that the bot is in, most of which are announced later.</summary>
    public void Begin(IEnumerable<ulong> guilds)
    {
        lock (_gate)
        {
            _guilds.Clear();
            _guilds.UnionWith(guilds);
        }
    }

    /// <returns>True where the bot was not in it before.</returns>
    public bool Add(ulong guild)
    {
        lock (_gate)
        {
            return _guilds.Add(guild);
        }
    }

    /// <returns>True where the bot was in it before.</returns>
    public bool Remove(ulong guild)
    {
        lock (_gate)
        {
            return _guilds.Remove(guild);
        }
    }
}
