using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Where a message comes from, beyond its body.</summary>
internal sealed record PostOrigin
{
    public int? Type { get; init; }

    public FakeMessage? AnswerTo { get; init; }

    public FakeUser? VisibleOnlyTo { get; init; }

    public JsonObject? InteractionMetadata { get; init; }

    public MessageMarks Flags { get; init; }

    public JsonArray Attachments { get; init; } = [];
}
