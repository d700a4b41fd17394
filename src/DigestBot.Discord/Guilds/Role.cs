namespace DigestBot.Discord;

/// <summary>A role of a server. The role of everybody has the server's id.</summary>
public sealed record Role
{
    public ulong Id { get; init; }

    public string Name { get; init => field = value ?? ""; } = "";

    public GuildPermission Permissions { get; init; }

    public int Position { get; init; }

    /// <summary>Anyone may mention it.</summary>
    public bool Mentionable { get; init; }

    /// <summary>Belongs to a bot or an integration.</summary>
    public bool Managed { get; init; }
}
