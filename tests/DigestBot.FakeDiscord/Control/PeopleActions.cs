using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Control;

/// <summary>Acting as a person, and seeing what the bot did.</summary>
internal sealed class PeopleActions(FakeDiscordServer server)
{
    private World World => server.World;

    private Acts People => server.People;

    public IEnumerable<ControlAction> All =>
    [
        ControlAction.Of("type", args => Show(People.Type(
            User(args), Channel(args), args.Text("text")!, args.Id("replyTo") is { } id ? Message(id) : null, args.Flag("ping") ?? true))),
        ControlAction.Of("run", args => Show(People.Run(User(args), Channel(args), args.Text("command")!, Options(args)))),
        ControlAction.Of("complete", args => Show(People.Complete(
            User(args), Channel(args), args.Text("command")!, args.Text("typing")!, Options(args)))),
        ControlAction.Of("runOnMessage", args => Show(People.RunOnMessage(User(args), Message(args), args.Text("command")!))),
        ControlAction.Of("click", args => Show(People.Click(User(args), Message(args), args.Text("customId")!))),
        ControlAction.Of("choose", args => Show(People.Choose(
            User(args), Message(args), args.Text("customId")!, [.. args.List("values").Select(value => value!.ToString())]))),
        ControlAction.Of("submit", args => Show(People.Submit(
            Interaction(args), [.. Options(args).Select(filled => (filled.Name, filled.Value.ToString()!))]))),
        ControlAction.Of("message", args => Show(Message(args))),
        ControlAction.Of("messages", args => Locked(() => Channel(args).Messages.Values.ToJsonArray(Show))),
        ControlAction.Of("interaction", args => Show(Interaction(args))),
        new("answered", async (args, cancel) =>
        {
            FakeInteraction interaction = Interaction(args);
            bool settled = args.Flag("settled") ?? false;
            await World.WaitUntilAsync(() => settled ? interaction.IsSettled : interaction.IsAnswered, "an answer", cancel);
            return Show(interaction);
        }),
    ];

    private FakeUser User(JsonNode? args) => World.Users[args.Id("user")!.Value];

    private FakeChannel Channel(JsonNode? args) => World.Channels[args.Id("channel")!.Value];

    private FakeInteraction Interaction(JsonNode? args) => World.Interactions[args.Id("interaction")!.Value];

    private FakeMessage Message(JsonNode? args) => Message(args.Id("message")!.Value);

    // One that only one person sees stands in no channel.
    private FakeMessage Message(ulong id) => Locked(() =>
        World.Channels.Values.SelectMany(channel => channel.Messages.Values)
            .Concat(World.Interactions.Values.SelectMany(interaction => interaction.Followups))
            .Concat(World.Interactions.Values.Select(interaction => interaction.Response).OfType<FakeMessage>())
            .FirstOrDefault(message => message.Id == id)
        ?? throw new KeyNotFoundException($"No message {id}."));

    private static (string Name, object Value)[] Options(JsonNode? args) => args.Field("options") is JsonObject options
        ? [.. options.Select(pair => (pair.Key, args.Field("options").Flag(pair.Key) is { } flag ? flag : (object)pair.Value!.ToString()))]
        : [];

    private JsonObject Show(FakeMessage message) => Locked(() => new JsonObject
    {
        ["id"] = message.Id.ToText(),
        ["channel"] = message.Channel.Id.ToText(),
        ["author"] = message.Author.Id.ToText(),
        ["content"] = message.Content,
        ["embeds"] = message.Embeds.DeepClone(),
        ["components"] = message.Components.DeepClone(),
        ["flags"] = (long)message.Flags,
        ["edits"] = message.Edits,
        ["ephemeral"] = message.IsEphemeral,
        ["deleted"] = message.IsDeleted,
        ["pinged"] = message.Mentions.Pinged.IdArray(),
    });

    private JsonObject Show(FakeInteraction interaction) => Locked(() => new JsonObject
    {
        ["id"] = interaction.Id.ToText(),
        ["callbackType"] = interaction.CallbackType,
        ["answeredAfterMs"] = interaction.AnsweredAfter?.TotalMilliseconds,
        ["response"] = interaction.Response is { } response ? Show(response) : null,
        ["followups"] = interaction.Followups.ToJsonArray(Show),
        ["choices"] = interaction.Choices?.DeepClone(),
        ["modal"] = interaction.Modal?.DeepClone(),
    });

    private T Locked<T>(Func<T> read)
    {
        lock (World.Gate)
        {
            return read();
        }
    }
}
