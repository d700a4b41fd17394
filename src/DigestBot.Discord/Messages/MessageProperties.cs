using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>A message to be sent, or what of one is to be changed. What is null is left out.</summary>
public sealed record MessageProperties
{
    /// <summary>At most 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most ten, together at most 6000 characters. When changing, an empty list removes them.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>At most five rows. When changing, an empty list removes them.</summary>
    public IReadOnlyList<MessageComponent>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    /// <summary>Null is sent as <see cref="AllowedMentions.None"/>: news may contain "@everyone".</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>
    /// At most 25 characters. Within a few minutes, another message of ours with the same nonce is not created: the first one
    /// comes back. Only for messages to channels; elsewhere it is not sent.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>The message to reply to; only for messages to channels.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>Written by the client, true wherever there is a nonce.</summary>
    [JsonInclude]
    internal bool? EnforceNonce { get; init; }

    /// <summary>Holds the message against every documented limit; the client does so before sending.</summary>
    /// <exception cref="ArgumentException">A limit is exceeded, or there is nothing in it.</exception>
    public void Validate() => MessageRules.Validate(this);

    /// <summary>What is sent to change a message: Discord would evaluate mentions anew, with its own default.</summary>
    internal MessageProperties ForChange()
    {
        MessageRules.ValidateParts(this);
        return InteractionResponse.ForWebhook(this);
    }
}
