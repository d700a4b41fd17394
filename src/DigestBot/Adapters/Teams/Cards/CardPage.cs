namespace DigestBot.Adapters.Teams.Cards;

/// <summary>The lines of one card, and which quotes stand in it.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="First">Index of its first quote among all that were laid out, from 0.</param>
/// <param name="Count">How many follow from there.</param>
internal sealed record CardPage(IReadOnlyList<CardLine> Lines, int First, int Count);
