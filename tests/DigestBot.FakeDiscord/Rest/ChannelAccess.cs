using System.Diagnostics.CodeAnalysis;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>What the bot may reach: the same checks, in the same order, for every route.</summary>
internal sealed class ChannelAccess(World world)
{
    public bool TryFind(
        ulong id, Rights needs, [NotNullWhen(true)] out FakeChannel? channel, [NotNullWhen(false)] out Reply? refusal)
    {
        refusal = Check(id, needs, out channel);
        return refusal is null;
    }

    public bool TryFind(
        RestCall call, Rights needs, [NotNullWhen(true)] out FakeMessage? message, [NotNullWhen(false)] out Reply? refusal)
    {
        message = null;
        if (TryFind(call.Id("channel_id"), needs, out FakeChannel? channel, out refusal)
            && !channel.Messages.TryGetValue(call.Id("message_id"), out message))
        {
            refusal = Refusal.UnknownMessage;
        }

        return refusal is null && message is not null;
    }

    public bool Holds(FakeChannel channel, Rights needs) =>
        channel.Guild is not { } guild || PermissionRules.In(guild, channel, world.Bot.Id).HasFlag(needs);

    private Reply? Check(ulong id, Rights needs, out FakeChannel? channel)
    {
        if (!world.Channels.TryGetValue(id, out channel))
        {
            return Refusal.UnknownChannel;
        }

        return !Holds(channel, Rights.ViewChannel) ? Refusal.MissingAccess
            : !Holds(channel, needs) ? Refusal.MissingPermissions
            : null;
    }
}
