using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Guilds, their roles, members and channels; all unknown unless the bot is in them.</summary>
internal sealed class GuildRoutes(World world)
{
    private const string Guild = "/guilds/{guild_id}";

    public IEnumerable<RestRoute> All =>
    [
        new("GET", Guild, call => Answer(call, guild => Reply.Ok(guild.ToJson(call.Asks("with_counts"))))),
        new("GET", Guild + "/roles", call => Answer(call, guild => Reply.Ok(guild.Roles.Values.ToJsonArray(role => role.ToJson())))),
        new("GET", Guild + "/channels", call => Answer(call, Channels)),
        new("GET", Guild + "/members/{user_id}", call => Answer(call, guild => Member(guild, call.Id("user_id")))),
        new("GET", "/users/@me/guilds", _ => Reply.Ok(world.OwnGuilds.ToJsonArray(Brief))),
        new("DELETE", "/users/@me/guilds/{guild_id}", call => Answer(call, Leave)),
    ];

    private Reply Answer(RestCall call, Func<FakeGuild, Reply> answer) =>
        world.Guilds.TryGetValue(call.Id("guild_id"), out FakeGuild? guild) && guild.Members.ContainsKey(world.Bot.Id)
            ? answer(guild)
            : Refusal.UnknownGuild;

    private static Reply Channels(FakeGuild guild) =>
        Reply.Ok(guild.Channels.Values.Where(channel => !channel.IsThread).ToJsonArray(channel => channel.ToJson()));

    private static Reply Member(FakeGuild guild, ulong userId) =>
        guild.Members.TryGetValue(userId, out FakeMember? member) ? Reply.Ok(member.ToJson()) : Refusal.UnknownMember;

    private Reply Leave(FakeGuild guild)
    {
        new GuildDesk(world).Expel(guild);
        return Reply.Nothing;
    }

    private JsonObject Brief(FakeGuild guild) => new()
    {
        ["id"] = guild.Id.ToText(),
        ["name"] = guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = guild.OwnerId == world.Bot.Id,
        ["permissions"] = ((ulong)PermissionRules.In(guild, world.Bot.Id)).ToText(),
        ["features"] = new JsonArray(),
    };
}
