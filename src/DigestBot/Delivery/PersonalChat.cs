using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>Whether a person can be written to: exactly one of the cases below.</summary>
internal abstract record PersonalChat
{
    private PersonalChat()
    {
    }

    /// <summary>There is a conversation.</summary>
    /// <param name="SpaceKey">The person's own space.</param>
    /// <param name="Channel">The conversation.</param>
    /// <param name="Reference">What the adapter needs to reach it; null for nothing.</param>
    public sealed record Open(string SpaceKey, ChannelRef Channel, string? Reference) : PersonalChat;

    /// <summary>The person has to do something first.</summary>
    public sealed record Closed : PersonalChat;

    /// <summary>The platform did not answer.</summary>
    public sealed record NotKnown : PersonalChat;
}
