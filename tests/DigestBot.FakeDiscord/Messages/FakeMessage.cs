using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>A message, with more than Discord tells: who was pinged by it, and how often it was edited.</summary>
public sealed class FakeMessage
{
    public required ulong Id { get; init; }

    public required FakeChannel Channel { get; init; }

    public required FakeUser Author { get; init; }

    /// <summary>0 plain, 19 reply, 20 answer to a command, 23 answer to a context menu.</summary>
    public int Type { get; init; }

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public JsonArray Attachments { get; set; } = [];

    public MessageMarks Flags { get; set; }

    /// <summary>A string or a number, as it was sent.</summary>
    public JsonNode? Nonce { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    public int Edits { get; set; }

    public bool IsPinned { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>The message that this one answers, deleted or not.</summary>
    public FakeMessage? AnswerTo { get; init; }

    /// <summary>Who stands in it as mentioned, and who was notified.</summary>
    public Mentioned Mentions { get; set; } = Mentioned.Nobody;

    /// <summary>The only one who sees it, if it is ephemeral.</summary>
    public FakeUser? VisibleOnlyTo { get; init; }

    /// <summary>The interaction that it answers.</summary>
    public JsonObject? InteractionMetadata { get; init; }

    public FakeChannel? Thread { get; set; }

    public bool IsEphemeral => VisibleOnlyTo is not null;

    /// <summary>Every button, select and field in it, at any depth.</summary>
    public IEnumerable<JsonObject> AllComponents() => ComponentTree.All(Components);

    public override string ToString() => $"{Author.Name} in {Channel.Name}: {Content}";
}
