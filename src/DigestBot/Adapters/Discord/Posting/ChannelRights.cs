using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>What the bot may do in a channel of a server: asked anew each time, since people change it while they try.</summary>
internal sealed class ChannelRights(DiscordRestClient rest, DiscordAccount account)
{
    /// <param name="channel">A channel or thread of a server.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What is granted, and the server with its roles.</returns>
    /// <exception cref="HttpException">The server does not let itself be asked.</exception>
    public async Task<(GuildPermission Granted, Guild Guild)> OfAsync(Channel channel, CancellationToken cancellationToken)
    {
        RequestOptions once = PostingRequests.Once(cancellationToken);
        Guild guild = await rest.GetGuildAsync(channel.GuildId!.Value, once);
        GuildMember self = await rest.GetGuildMemberAsync(guild.Id, await account.UserIdAsync(cancellationToken), once);
        Channel ruling = channel is { IsThread: true, ParentId: { } parent } ? await rest.GetChannelAsync(parent, once) : channel;
        return (PermissionUtils.ComputeChannelPermissions(guild, self, ruling), guild);
    }
}
