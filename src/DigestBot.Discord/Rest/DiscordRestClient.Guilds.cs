namespace DigestBot.Discord;

public sealed partial class DiscordRestClient
{
    public Task<Guild> GetGuildAsync(ulong guildId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"guilds/{guildId}"), DiscordJson.Default.Guild, options);

    /// <summary>The channels of a server, those that the bot cannot see included; no threads.</summary>
    public Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(ulong guildId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"guilds/{guildId}/channels"), DiscordJson.Default.IReadOnlyListChannel, options);

    public Task<IReadOnlyList<Role>> GetGuildRolesAsync(ulong guildId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"guilds/{guildId}/roles"), DiscordJson.Default.IReadOnlyListRole, options);

    public Task<GuildMember> GetGuildMemberAsync(ulong guildId, ulong userId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"guilds/{guildId}/members/{userId}"), DiscordJson.Default.GuildMember, options);

    /// <summary>Threads and forum posts that are not archived and that the bot can see.</summary>
    public Task<ThreadList> GetActiveThreadsAsync(ulong guildId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"guilds/{guildId}/threads/active"), DiscordJson.Default.ThreadList, options);

    public Task LeaveGuildAsync(ulong guildId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Delete($"users/@me/guilds/{guildId}"), options);
}
