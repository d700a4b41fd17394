namespace DigestBot.Adapters.Discord;

/// <summary>The text of one embed, and which quotes stand in it.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="First">Index of its first quote among all that were laid out, from 0.</param>
/// <param name="Count">How many follow from there.</param>
internal sealed record DiscordPage(string Text, int First, int Count);
