using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>A user in a guild.</summary>
public sealed class FakeMember(FakeUser user, DateTimeOffset joinedAt)
{
    public FakeUser User => user;

    public List<FakeRole> Roles { get; } = [];

    public JsonObject ToJson(bool withUser = true)
    {
        var json = new JsonObject
        {
            ["avatar"] = null,
            ["banner"] = null,
            ["communication_disabled_until"] = null,
            ["flags"] = 0,
            ["joined_at"] = joinedAt.ToText(),
            ["nick"] = null,
            ["pending"] = false,
            ["premium_since"] = null,
            ["roles"] = Roles.Select(role => role.Id).IdArray(),
            ["mute"] = false,
            ["deaf"] = false,
        };
        if (withUser)
        {
            json["user"] = user.ToJson();
        }

        return json;
    }
}
