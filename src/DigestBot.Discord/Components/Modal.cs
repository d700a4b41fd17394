namespace DigestBot.Discord;

/// <summary>A form that opens over the chat. Made by <see cref="ModalBuilder"/>.</summary>
public sealed record Modal
{
    /// <summary>Comes back when it is submitted; 1 to 100 characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>1 to 45 characters.</summary>
    public required string Title { get; init; }

    public required IReadOnlyList<MessageComponent> Components { get; init; }
}
