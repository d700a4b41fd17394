using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Gateway;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>The bot about itself, and where its gateway is.</summary>
internal sealed class ApplicationRoutes(World world, GatewayHub gateway, InteractionSigner signer, Func<string> gatewayAddress)
{
    public IEnumerable<RestRoute> All =>
    [
        new("GET", "/gateway", _ => Reply.Ok(new JsonObject { ["url"] = gatewayAddress() })) { NeedsToken = false },
        new("GET", "/gateway/bot", _ => Reply.Ok(Gateway())),
        new("GET", "/users/@me", _ => Reply.Ok(Me())),
        new("GET", "/users/{user_id}", call => world.Users.TryGetValue(call.Id("user_id"), out FakeUser? user)
            ? Reply.Ok(user.ToJson())
            : Refusal.UnknownUser),
        new("GET", "/applications/@me", _ => Reply.Ok(Application())),
        new("GET", "/oauth2/applications/@me", _ => Reply.Ok(Application())),
    ];

    private JsonObject Gateway() => new()
    {
        ["url"] = gatewayAddress(),
        ["shards"] = gateway.Options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = gateway.Options.IdentifiesPerDay,
            ["remaining"] = gateway.Identifies.Remaining,
            ["reset_after"] = (long)gateway.Identifies.ResetAfter.TotalMilliseconds,
            ["max_concurrency"] = gateway.Options.MaxConcurrency,
        },
    };

    private JsonObject Me()
    {
        JsonObject json = world.Bot.ToJson();
        json["mfa_enabled"] = false;
        json["locale"] = "en-US";
        json["email"] = null;
        json["verified"] = true;
        return json;
    }

    private JsonObject Application()
    {
        FakeUser owner = new(world.Bot.Id - 1, "Operator");
        return new JsonObject
        {
            ["id"] = world.Bot.Id.ToText(),
            ["name"] = world.Bot.Name,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = world.Bot.ToJson(),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["integration_types_config"] = new JsonObject
            {
                ["0"] = new JsonObject
                {
                    ["oauth2_install_params"] = new JsonObject
                    {
                        ["scopes"] = new JsonArray("applications.commands", "bot"),
                        ["permissions"] = ((ulong)Rights.Invited).ToText(),
                    },
                },
                ["1"] = new JsonObject(),
            },
            ["verify_key"] = signer.PublicKey,
            ["flags"] = 0,
            ["flags_new"] = "0",
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = null,
            ["role_connections_verification_url"] = null,
            ["owner"] = owner.ToJson(),
            ["approximate_guild_count"] = world.OwnGuilds.Count(),
            ["approximate_user_install_count"] = world.UserInstalls.Count,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
        };
    }
}
