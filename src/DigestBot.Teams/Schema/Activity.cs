using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>One message of the protocol, in either direction. Immutable: a changed one is made by <c>with</c>.</summary>
/// <remarks>Fields that are not declared here survive a round trip in <see cref="Properties"/>.</remarks>
public sealed record Activity : IMessageUpdateActivity, IMessageDeleteActivity, IMessageReactionActivity, IConversationUpdateActivity,
    IInstallationUpdateActivity, IInvokeActivity, IEventActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>When it was sent, as the channel wrote it: forms vary, and a rewritten one would not be what was received.</summary>
    [JsonPropertyName("timestamp")]
    public string? TimestampText { get; init; }

    /// <summary>When it was sent; null where it cannot be read.</summary>
    [JsonIgnore]
    public DateTimeOffset? Timestamp
    {
        get => Instant(TimestampText);
        init => TimestampText = value?.ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>The sender's own time, as the channel wrote it.</summary>
    [JsonPropertyName("localTimestamp")]
    public string? LocalTimestampText { get; init; }

    /// <summary>The sender's own time; null where it cannot be read.</summary>
    [JsonIgnore]
    public DateTimeOffset? LocalTimestamp => Instant(LocalTimestampText);

    public string? LocalTimezone { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    public string? Text { get; init; }

    /// <summary>"markdown", "plain" or "xml".</summary>
    public string? TextFormat { get; init; }

    public string? Speak { get; init; }

    public string? InputHint { get; init; }

    /// <summary>What a notification shows in place of a card.</summary>
    public string? Summary { get; init; }

    public string? Importance { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>"list" or "carousel".</summary>
    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    public string? TopicName { get; init; }

    public string? Action { get; init; }

    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? ValueType { get; init; }

    public JsonElement? Value { get; init; }

    public ConversationReference? RelatesTo { get; init; }

    /// <summary>What only this channel knows; for Teams see <see cref="TeamsChannelData"/>.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Fields that this version does not know; they survive a round trip.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
}
