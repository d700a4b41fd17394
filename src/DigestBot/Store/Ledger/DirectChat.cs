namespace DigestBot.Store.Ledger;

/// <summary>Where the bot writes to a person directly, and what holds there.</summary>
/// <param name="Person">Key of the person.</param>
/// <param name="Channel">The conversation, in a space of their own.</param>
/// <param name="Quiet">When nothing is sent there; null for never.</param>
/// <param name="TimeZone">IANA zone in which the quiet hours are read.</param>
/// <param name="Language">In which they are written to; null for what holds without it.</param>
internal sealed record DirectChat(string Person, Channel Channel, QuietHours? Quiet, string TimeZone, string? Language);
