namespace DigestBot.Commands.Settings;

/// <summary>What holds for a space.</summary>
/// <param name="TimeZone">IANA zone in which times are shown, and in which new schedules post.</param>
/// <param name="Language">Language of the bot's own sentences; null for <paramref name="UsualLanguage"/>.</param>
/// <param name="UsualLanguage">The configured one.</param>
/// <param name="ManagerRole">The platform's id of the group whose people are managers too; null for none.</param>
internal sealed record SpaceSettings(string TimeZone, string? Language, string UsualLanguage, string? ManagerRole);
