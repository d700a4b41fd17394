namespace DigestBot.Adapters.Teams.Cards;

/// <summary>How a piece of a line looks.</summary>
internal enum CardStyle
{
    Body,
    Heading,
    Title,
    Muted,
}

/// <summary>A piece of a line. Its text is shown as it is: nothing in it is markup.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Address">Where a click leads; null for nowhere.</param>
internal readonly record struct CardRun(string Text, CardStyle Style = CardStyle.Body, string? Address = null);
