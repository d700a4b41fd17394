using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>The first response to an interaction, due within three seconds.</summary>
public sealed record InteractionResponse
{
    private InteractionResponse(InteractionResponseType type, object? data = null) => (Type, Data) = (type, data);

    public InteractionResponseType Type { get; }

    /// <summary>By type: <see cref="MessageProperties"/>, <see cref="AutocompleteResult"/>, <see cref="Discord.Modal"/> or null.</summary>
    public object? Data { get; }

    /// <summary>The message in it, if it is one.</summary>
    [JsonIgnore]
    public MessageProperties? MessageData => Data as MessageProperties;

    /// <summary>To a ping that checks an endpoint.</summary>
    public static InteractionResponse Pong() => new(InteractionResponseType.Pong);

    /// <summary>With a message at once.</summary>
    public static InteractionResponse Message(MessageProperties message) =>
        new(InteractionResponseType.ChannelMessageWithSource, ForWebhook(message));

    /// <summary>"The bot is thinking": the message follows within 15 minutes. Who will see it is decided here.</summary>
    public static InteractionResponse Defer(bool ephemeral = false) => new(
        InteractionResponseType.DeferredChannelMessageWithSource,
        new MessageProperties { Flags = ephemeral ? MessageFlags.Ephemeral : MessageFlags.None });

    /// <summary>To a component: its message will change later; nothing is shown meanwhile.</summary>
    public static InteractionResponse DeferUpdate() => new(InteractionResponseType.DeferredUpdateMessage);

    /// <summary>To a component: its message changes now.</summary>
    public static InteractionResponse Update(MessageProperties message) =>
        new(InteractionResponseType.UpdateMessage, ForWebhook(message));

    /// <summary>To typing: at most 25 choices.</summary>
    public static InteractionResponse Autocomplete(IReadOnlyList<ApplicationCommandOptionChoice> choices) =>
        new(InteractionResponseType.ApplicationCommandAutocompleteResult, new AutocompleteResult(choices));

    /// <summary>With a form; not to a form that was submitted.</summary>
    public static InteractionResponse Modal(Modal modal) => new(InteractionResponseType.Modal, modal);

    /// <summary>Holds the response against every documented limit; the client does so before sending.</summary>
    /// <exception cref="ArgumentException">A limit is exceeded, or there is nothing in it.</exception>
    public void Validate()
    {
        switch (Data)
        {
            case MessageProperties message when Type == InteractionResponseType.ChannelMessageWithSource:
                message.Validate();
                break;
            case MessageProperties message:
                MessageRules.ValidateParts(message);
                break;
            case AutocompleteResult result:
                CommandRules.ValidateChoices(result.Choices);
                break;
            case Modal modal:
                ComponentRules.ValidateModal(modal);
                break;
        }
    }

    // Webhooks, which answer interactions, check no nonce and know no reply. They do evaluate mentions.
    internal static MessageProperties ForWebhook(MessageProperties message) => message with
    {
        AllowedMentions = message.AllowedMentions ?? AllowedMentions.None,
        Nonce = null,
        EnforceNonce = null,
        MessageReference = null,
    };
}
