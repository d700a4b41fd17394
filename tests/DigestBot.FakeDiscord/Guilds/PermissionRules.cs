namespace DigestBot.FakeDiscord.Guilds;

/// <summary>What a user may do in a channel: roles, then the channel's overwrites, then what follows from what is missing.</summary>
internal static class PermissionRules
{
    private const Rights WithoutSend = Rights.EmbedLinks | Rights.AttachFiles | Rights.MentionEveryone;

    public static Rights In(FakeGuild guild, ulong userId)
    {
        if (guild.OwnerId == userId)
        {
            return Rights.All;
        }

        if (!guild.Members.TryGetValue(userId, out FakeMember? member))
        {
            return Rights.None;
        }

        Rights held = guild.Roles[guild.Id].Permissions;
        foreach (FakeRole role in member.Roles)
        {
            held |= role.Permissions;
        }

        return held.HasFlag(Rights.Administrator) ? Rights.All : held;
    }

    /// <summary>Same, in a channel of the guild; a thread goes by its parent.</summary>
    public static Rights In(FakeGuild guild, FakeChannel channel, ulong userId)
    {
        Rights held = In(guild, userId);
        FakeChannel place = channel.Parent is { } parent && channel.IsThread ? parent : channel;
        if (held != Rights.All && guild.Members.TryGetValue(userId, out FakeMember? member))
        {
            held = Overwrite(held, place, guild.Id);
            Overwrite[] ofRoles = [.. place.Overwrites.Where(o => member.Roles.Any(role => role.Id == o.Id))];
            held &= ~ofRoles.Aggregate(Rights.None, (sum, o) => sum | o.Deny);
            held |= ofRoles.Aggregate(Rights.None, (sum, o) => sum | o.Allow);
            held = Overwrite(held, place, userId);
        }

        if (!held.HasFlag(Rights.ViewChannel))
        {
            return Rights.None;
        }

        Rights speak = channel.IsThread ? Rights.SendMessagesInThreads : Rights.SendMessages;
        return held.HasFlag(speak) ? held : held & ~WithoutSend;
    }

    private static Rights Overwrite(Rights held, FakeChannel place, ulong id) =>
        place.Overwrites.FirstOrDefault(o => o.Id == id) is { } own ? (held & ~own.Deny) | own.Allow : held;
}
