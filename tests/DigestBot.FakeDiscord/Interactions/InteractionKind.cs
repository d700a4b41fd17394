namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Types of interactions, with Discord's numbers.</summary>
public enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
