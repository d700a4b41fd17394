using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What an interaction is answered with: exactly one of the cases below.</summary>
internal abstract record InteractionAnswer
{
    private InteractionAnswer()
    {
    }

    /// <summary>Messages of its own, in order.</summary>
    /// <param name="Messages">At least one.</param>
    /// <param name="IsPrivate">True where only whoever asked sees them.</param>
    public sealed record Say(IReadOnlyList<MessageProperties> Messages, bool IsPrivate) : InteractionAnswer;

    /// <summary>The message whose button was used shows something else.</summary>
    public sealed record Change(MessageProperties Message) : InteractionAnswer;

    /// <summary>A form opens.</summary>
    public sealed record Open(Modal Form) : InteractionAnswer;

    /// <summary>Values are offered to somebody who types.</summary>
    public sealed record Offer(IReadOnlyList<ApplicationCommandOptionChoice> Choices) : InteractionAnswer;
}
