using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Who may change what a server has set up: whoever may manage the server itself.</summary>
internal static class ManagerRights
{
    private const GuildPermission Enough = GuildPermission.ManageGuild | GuildPermission.Administrator;

    public static bool Include(GuildPermission permissions) => (permissions & Enough) != 0;

    /// <summary>Same, for a member of whom only the roles are known.</summary>
    public static bool Has(Guild guild, ulong userId, IReadOnlyList<ulong> roles) =>
        guild.OwnerId == userId
        || guild.Roles.Any(role => (role.Id == guild.Id || roles.Contains(role.Id)) && Include(role.Permissions));
}
