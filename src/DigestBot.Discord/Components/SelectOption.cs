namespace DigestBot.Discord;

/// <summary>A choice of a menu.</summary>
/// <param name="Label">1 to 100 characters.</param>
/// <param name="Value">What comes back; 1 to 100 characters.</param>
/// <param name="Description">At most 100 characters, or null.</param>
/// <param name="Default">Chosen already.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);
