namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Types of first answers, with Discord's numbers.</summary>
internal static class CallbackType
{
    public const int Pong = 1;
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int Update = 7;
    public const int Choices = 8;
    public const int Modal = 9;

    /// <summary>What may be answered to an interaction of this kind.</summary>
    public static int[] AllowedFor(FakeInteraction interaction) => interaction.Kind switch
    {
        InteractionKind.Ping => [Pong],
        InteractionKind.Command => [Message, DeferredMessage, Modal],
        InteractionKind.Component => [Message, DeferredMessage, DeferredUpdate, Update, Modal],
        InteractionKind.Autocomplete => [Choices],
        InteractionKind.ModalSubmit when interaction.Source is not null => [Message, DeferredMessage, DeferredUpdate, Update],
        _ => [Message, DeferredMessage],
    };
}
