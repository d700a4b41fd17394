using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Takes the bot's answers to interactions, and holds it to the clocks.</summary>
internal sealed class Answers(World world, Posting posting)
{
    /// <summary>How long later answers are taken.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstWithin = TimeSpan.FromSeconds(3);

    private const int MostFollowupsForUser = 5;

    /// <summary>The first answer; with what is told of it to those who ask.</summary>
    public (Reply Reply, JsonObject? Resource) First(FakeInteraction interaction, JsonNode? body)
    {
        TimeSpan took = world.Clock.GetUtcNow() - interaction.CreatedAt;
        Reply? refusal = interaction.IsAnswered ? Refusal.AlreadyAcknowledged
            : took > FirstWithin ? Refusal.UnknownInteraction
            : CallbackRules.Check(interaction, body);
        if (refusal is not null)
        {
            return (refusal, null);
        }

        int type = (int)body.Number("type")!.Value;
        (interaction.CallbackType, interaction.AnsweredAfter) = (type, took);
        Accept(interaction, type, body.Field("data"));
        world.Pulse();
        return (Reply.Nothing, Resource(interaction, type));
    }

    public Reply Follow(FakeInteraction interaction, RestCall call)
    {
        if (MessageRules.CheckNew(call.Body, call.Files.Count) is { } refusal)
        {
            return refusal;
        }

        if (interaction.Response is { } loading && loading.Flags.HasFlag(MessageMarks.Loading))
        {
            posting.Edit(loading, call.Body);
            return Reply.Ok(loading.ToJson(world));
        }

        if (interaction.ForUserOnly && interaction.Followups.Count >= MostFollowupsForUser)
        {
            return Refusal.TooManyFollowups;
        }

        FakeMessage message = Post(interaction, call.Body, AsksForEphemeral(call.Body), MessageMarks.None, call.Files);
        interaction.Followups.Add(message);
        world.Pulse();
        return Reply.Ok(message.ToJson(world));
    }

    public Reply Show(FakeInteraction interaction, ulong? id) =>
        Find(interaction, id) is { } message ? Reply.Ok(message.ToJson(world)) : Refusal.UnknownMessage;

    public Reply Edit(FakeInteraction interaction, ulong? id, JsonNode? body)
    {
        if (Find(interaction, id) is not { } message)
        {
            return Refusal.UnknownMessage;
        }

        if (MessageRules.CheckEdit(body, message) is { } refusal)
        {
            return refusal;
        }

        posting.Edit(message, body);
        return Reply.Ok(message.ToJson(world));
    }

    public Reply Delete(FakeInteraction interaction, ulong? id)
    {
        if (Find(interaction, id) is not { } message)
        {
            return Refusal.UnknownMessage;
        }

        posting.Delete(message);
        return Reply.Nothing;
    }

    private static bool AsksForEphemeral(JsonNode? data) => ((data.Number("flags") ?? 0) & (long)MessageMarks.Ephemeral) != 0;

    private static FakeMessage? Find(FakeInteraction interaction, ulong? id)
    {
        FakeMessage? found = id is null || id == interaction.Response?.Id
            ? interaction.Response
            : interaction.Followups.Find(message => message.Id == id);
        return found is { IsDeleted: false } ? found : null;
    }

    private void Accept(FakeInteraction interaction, int type, JsonNode? data)
    {
        switch (type)
        {
            case CallbackType.Message:
                interaction.Response = Post(interaction, data, AsksForEphemeral(data), MessageMarks.None);
                break;
            case CallbackType.DeferredMessage:
                interaction.Response = Post(interaction, null, AsksForEphemeral(data), MessageMarks.Loading);
                break;
            case CallbackType.DeferredUpdate:
                interaction.Response = interaction.Source;
                break;
            case CallbackType.Update when interaction.Source is { } source:
                posting.Edit(source, data ?? new JsonObject());
                interaction.Response = source;
                break;
            case CallbackType.Choices:
                interaction.Choices = data!["choices"]!.DeepClone().AsArray();
                break;
            case CallbackType.Modal:
                interaction.Modal = data!.DeepClone().AsObject();
                break;
        }
    }

    private FakeMessage Post(FakeInteraction interaction, JsonNode? body, bool ephemeral, MessageMarks flags, JsonArray? files = null) =>
        posting.Post(interaction.Channel, world.Bot, body, new PostOrigin
        {
            Type = interaction.Kind == InteractionKind.Command ? (interaction.Command?.Type == 1 ? 20 : 23) : null,
            AnswerTo = interaction.Kind == InteractionKind.Component ? interaction.Source : null,
            VisibleOnlyTo = ephemeral ? interaction.User : null,
            InteractionMetadata = interaction.ToMetadata(),
            Flags = flags | (ephemeral ? MessageMarks.Ephemeral : MessageMarks.None),
            Attachments = files ?? [],
        });

    private JsonObject Resource(FakeInteraction interaction, int type)
    {
        var told = new JsonObject { ["id"] = interaction.Id.ToText(), ["type"] = (int)interaction.Kind };
        var json = new JsonObject { ["interaction"] = told };
        if (interaction.Response is { } response)
        {
            told["response_message_id"] = response.Id.ToText();
            told["response_message_loading"] = response.Flags.HasFlag(MessageMarks.Loading);
            told["response_message_ephemeral"] = response.IsEphemeral;
        }

        if (interaction.Response is not null && type is CallbackType.Message or CallbackType.DeferredMessage or CallbackType.Update)
        {
            json["resource"] = new JsonObject
            {
                ["type"] = type == CallbackType.Update ? CallbackType.Update : CallbackType.Message,
                ["message"] = interaction.Response.ToJson(world),
            };
        }

        return json;
    }
}
