using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Commands;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Something that a person did with the bot, and what the bot answered.</summary>
public sealed class FakeInteraction
{
    public required ulong Id { get; init; }

    public required InteractionKind Kind { get; init; }

    /// <summary>What allows an answer; good for a quarter of an hour once the first answer came in time.</summary>
    public required string Token { get; init; }

    public required FakeUser User { get; init; }

    public required FakeChannel Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was done: options, custom id, values.</summary>
    public required JsonObject Data { get; init; }

    public FakeCommand? Command { get; init; }

    /// <summary>The message whose component was used, if it was one.</summary>
    public FakeMessage? Source { get; init; }

    /// <summary>Whether the application acts only for the user: it is not in that guild.</summary>
    public bool ForUserOnly { get; init; }

    /// <summary>Installs that allow it: "0" for a guild's, "1" for a user's.</summary>
    public IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>();

    /// <summary>Type of the first answer; null while there is none.</summary>
    public int? CallbackType { get; internal set; }

    /// <summary>How long the first answer took, by the server's clock.</summary>
    public TimeSpan? AnsweredAfter { get; internal set; }

    /// <summary>The message that answers it, deferred ones included; the source's for an update.</summary>
    public FakeMessage? Response { get; internal set; }

    /// <summary>Later messages, in order.</summary>
    public List<FakeMessage> Followups { get; } = [];

    /// <summary>What was suggested while the person typed.</summary>
    public JsonArray? Choices { get; internal set; }

    /// <summary>The form that was shown.</summary>
    public JsonObject? Modal { get; internal set; }

    public bool IsAnswered => CallbackType is not null;

    /// <summary>Whether what the person sees is final: answered, and no longer "thinking".</summary>
    public bool IsSettled => IsAnswered && Response?.Flags.HasFlag(MessageMarks.Loading) != true;

    /// <summary>How it was described to the bot when it was sent.</summary>
    public JsonObject? Sent { get; internal set; }
}
