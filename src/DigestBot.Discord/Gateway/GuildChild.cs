namespace DigestBot.Discord;

/// <summary>The part of an event that says in which server it happened, and to whom.</summary>
internal sealed record GuildChild
{
    public ulong GuildId { get; init; }

    public DiscordUser? User { get; init; }
}
