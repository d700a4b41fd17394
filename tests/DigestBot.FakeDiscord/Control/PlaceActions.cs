using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Control;

/// <summary>Making and changing places and people.</summary>
internal sealed class PlaceActions(FakeDiscordServer server)
{
    public IEnumerable<ControlAction> All =>
    [
        ControlAction.Of("user", args => AddUser(args)),
        ControlAction.Of("guild", args => Id(server.Guilds.AddGuild(args.Text("name") ?? "Guild", withBot: args.Flag("bot") ?? true).Id)),
        ControlAction.Of("guilds", AddMany),
        ControlAction.Of("channel", AddChannel),
        ControlAction.Of("tag", args => Id(server.Guilds.AddTag(Channel(args), args.Text("name")!).Id)),
        ControlAction.Of("role", args => Id(server.Guilds.AddRole(
            Guild(args), args.Text("name")!, (Rights)(args.Id("permissions") ?? 0), args.Flag("mentionable") ?? false).Id)),
        ControlAction.Of("join", args => Do(() => server.Guilds.Join(Guild(args), User(args)))),
        ControlAction.Of("leave", args => Do(() => server.Guilds.Leave(Guild(args), User(args)))),
        ControlAction.Of("expel", args => Do(() => server.Guilds.Expel(Guild(args)))),
        ControlAction.Of("invite", args => Do(() => server.Guilds.Invite(Guild(args)))),
        ControlAction.Of("deny", args => Do(() => server.Guilds.Deny(Channel(args), (Rights)args.Id("permissions")!.Value))),
        ControlAction.Of("deleteChannel", args => Do(() => server.Guilds.DeleteChannel(Channel(args)))),
        ControlAction.Of("archive", args => Do(() => server.Guilds.SetArchived(Channel(args), true, args.Flag("locked") ?? false))),
        ControlAction.Of("dm", args => Id(server.World.DirectChannel(User(args)).Id)),
    ];

    private FakeUser User(JsonNode? args) => server.World.Users[args.Id("user")!.Value];

    private FakeGuild Guild(JsonNode? args) => server.World.Guilds[args.Id("guild")!.Value];

    private FakeChannel Channel(JsonNode? args) => server.World.Channels[args.Id("channel")!.Value];

    private static JsonNode Id(ulong id) => id.ToText();

    private static JsonNode? Do(Action act)
    {
        act();
        return null;
    }

    private JsonNode AddUser(JsonNode? args)
    {
        lock (server.World.Gate)
        {
            FakeUser user = server.World.AddUser(args.Text("name") ?? "Reader", args.Flag("bot") ?? false, args.Text("locale") ?? "en-GB");
            if (args.Id("guild") is { } guild)
            {
                server.Guilds.Join(server.World.Guilds[guild], user);
            }

            if (args.Flag("installs") == true)
            {
                server.World.UserInstalls.Add(user.Id);
            }

            return Id(user.Id);
        }
    }

    private JsonArray AddMany(JsonNode? args)
    {
        var ids = new JsonArray();
        for (long i = 0; i < (args.Number("count") ?? 1); i++)
        {
            FakeGuild guild = server.Guilds.AddGuild($"Guild {i}");
            for (long j = 0; j < (args.Number("channels") ?? 1); j++)
            {
                server.Guilds.AddChannel(guild, $"channel-{j}");
            }

            ids.Add(Id(guild.Id));
        }

        return ids;
    }

    private JsonNode AddChannel(JsonNode? args)
    {
        var kind = Enum.Parse<ChannelKind>(args.Text("kind") ?? nameof(ChannelKind.Text), ignoreCase: true);
        FakeChannel channel = server.Guilds.AddChannel(Guild(args), args.Text("name") ?? "news", kind);
        channel.RequiresTag = args.Flag("requiresTag") ?? false;
        return Id(channel.Id);
    }
}
