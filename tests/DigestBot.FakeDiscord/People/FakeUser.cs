using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.People;

/// <summary>A person, or the bot.</summary>
public sealed record FakeUser(ulong Id, string Name, bool IsBot = false)
{
    /// <summary>The language of the person's client.</summary>
    public string Locale { get; init; } = "en-GB";

    /// <summary>Whether direct messages of bots are refused (error 50007).</summary>
    public bool RefusesDirectMessages { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id.ToText(),
            ["username"] = IsBot ? Name : Name.ToLowerInvariant(),
            ["avatar"] = null,
            ["discriminator"] = IsBot ? "4242" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["global_name"] = IsBot ? null : Name,
            ["primary_guild"] = null,
        };
        if (IsBot)
        {
            json["bot"] = true;
        }

        return json;
    }
}
