namespace DigestBot.Discord;

/// <summary>What is offered to somebody who types.</summary>
/// <param name="Choices">At most 25.</param>
public sealed record AutocompleteResult(IReadOnlyList<ApplicationCommandOptionChoice> Choices);
