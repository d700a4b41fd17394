namespace DigestBot.Discord;

/// <summary>Works out what a member may do, by the algorithm that Discord documents.</summary>
public static class PermissionUtils
{
    /// <summary>Everything that has a name here: what owners and administrators may do.</summary>
    public static GuildPermission All { get; } =
        Enum.GetValues<GuildPermission>().Aggregate(GuildPermission.None, (all, each) => all | each);

    /// <summary>What a member may do in a channel. For a thread, pass the channel that it belongs to.</summary>
    /// <param name="guild">The server, with its roles.</param>
    /// <param name="member">The member, with the user.</param>
    /// <param name="channel">The channel, or a thread's parent.</param>
    public static GuildPermission ComputeChannelPermissions(Guild guild, GuildMember member, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(guild);
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(channel);
        ulong memberId = member.User?.Id ?? throw new ArgumentException("The member comes without its user.");
        return ComputeChannelPermissions(guild.Id, guild.OwnerId, guild.Roles, channel.PermissionOverwrites, memberId, member.Roles);
    }

    /// <inheritdoc cref="ComputeChannelPermissions(Guild, GuildMember, Channel)"/>
    /// <param name="guildId">The server, whose id is also that of everybody's role.</param>
    /// <param name="ownerId">The server's owner.</param>
    /// <param name="roles">The server's roles.</param>
    /// <param name="overwrites">Of the channel, or of a thread's parent.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="memberRoles">The member's roles; everybody's need not be among them.</param>
    public static GuildPermission ComputeChannelPermissions(
        ulong guildId,
        ulong ownerId,
        IReadOnlyList<Role> roles,
        IReadOnlyList<PermissionOverwrite> overwrites,
        ulong memberId,
        IReadOnlyList<ulong> memberRoles)
    {
        GuildPermission granted = ComputeGuildPermissions(guildId, ownerId, roles, memberId, memberRoles);
        if (granted.HasFlag(GuildPermission.Administrator))
        {
            return granted;
        }

        ILookup<PermissionTarget, PermissionOverwrite> byTarget = overwrites.ToLookup(overwrite => overwrite.Type);
        PermissionOverwrite[] ofRoles = [.. byTarget[PermissionTarget.Role]];
        granted = Apply(granted, ofRoles.Where(overwrite => overwrite.Id == guildId));
        granted = Apply(granted, ofRoles.Where(overwrite => overwrite.Id != guildId && memberRoles.Contains(overwrite.Id)));
        granted = Apply(granted, byTarget[PermissionTarget.User].Where(overwrite => overwrite.Id == memberId));

        // Whoever cannot see a channel can do nothing in it, whatever else is granted.
        return granted.HasFlag(GuildPermission.ViewChannel) ? granted : GuildPermission.None;
    }

    /// <summary>What a member may do in a server, before any channel says otherwise.</summary>
    /// <param name="guildId">The server, whose id is also that of everybody's role.</param>
    /// <param name="ownerId">The server's owner.</param>
    /// <param name="roles">The server's roles.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="memberRoles">The member's roles; everybody's need not be among them.</param>
    public static GuildPermission ComputeGuildPermissions(
        ulong guildId, ulong ownerId, IReadOnlyList<Role> roles, ulong memberId, IReadOnlyList<ulong> memberRoles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(memberRoles);
        if (memberId == ownerId)
        {
            return All;
        }

        GuildPermission granted = roles
            .Where(role => role.Id == guildId || memberRoles.Contains(role.Id))
            .Aggregate(GuildPermission.None, (sum, role) => sum | role.Permissions);
        return granted.HasFlag(GuildPermission.Administrator) ? All : granted;
    }

    // Within one step, what any overwrite allows wins over what another denies.
    private static GuildPermission Apply(GuildPermission granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        GuildPermission allow = GuildPermission.None;
        GuildPermission deny = GuildPermission.None;
        foreach (PermissionOverwrite overwrite in overwrites)
        {
            allow |= overwrite.Allow;
            deny |= overwrite.Deny;
        }

        return (granted & ~deny) | allow;
    }
}
