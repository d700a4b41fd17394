using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Commands;
using DigestBot.FakeDiscord.Gateway;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Makes interactions and hands them to the bot, over the gateway or to its endpoint.</summary>
internal sealed class InteractionDesk(World world)
{
    /// <summary>Where interactions go instead of the gateway, if the application has an endpoint.</summary>
    public Action<FakeInteraction>? Endpoint { get; set; }

    public FakeInteraction Send(
        InteractionKind kind, FakeUser user, FakeChannel channel, JsonObject data, FakeCommand? command = null, FakeMessage? source = null)
    {
        ulong id = world.Ids.Next();
        bool botIsThere = channel.Guild is null || channel.Guild.Members.ContainsKey(world.Bot.Id);
        var interaction = new FakeInteraction
        {
            Id = id,
            Kind = kind,
            Token = Token(id),
            User = user,
            Channel = channel,
            CreatedAt = world.Clock.GetUtcNow(),
            Data = data,
            Command = command,
            Source = source,
            ForUserOnly = !botIsThere,
            Owners = Owners(user, channel, command, botIsThere),
        };
        world.Interactions.Add(id, interaction);
        JsonObject json = interaction.ToJson(world);
        interaction.Sent = json;
        if (Endpoint is { } endpoint)
        {
            endpoint(interaction);
        }
        else
        {
            world.Publish(new GatewayEvent("INTERACTION_CREATE", channel.Guild?.Id, GatewayIntent.None, _ => json));
        }

        return interaction;
    }

    private Dictionary<string, string> Owners(FakeUser user, FakeChannel channel, FakeCommand? command, bool botIsThere)
    {
        var owners = new Dictionary<string, string>();
        if (botIsThere && command?.IntegrationTypes.Contains(0) != false)
        {
            owners["0"] = channel.Guild?.Id.ToText() ?? "0";
        }

        if (world.UserInstalls.Contains(user.Id) && command?.IntegrationTypes.Contains(1) != false)
        {
            owners["1"] = user.Id.ToText();
        }

        return owners;
    }

    private static string Token(ulong id)
    {
        byte[] hash = SHA512.HashData(Encoding.ASCII.GetBytes(id.ToText()));
        return Convert.ToBase64String(Encoding.ASCII.GetBytes($"interaction:{id}:")).TrimEnd('=') + Convert.ToHexStringLower(hash);
    }
}
