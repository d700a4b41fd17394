namespace DigestBot.Store;

/// <summary>A tenant: a guild, a team, or the terminal itself.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Key">Platform and id, such as <c>discord:123</c>; the terminal's own is <c>console:local</c>.</param>
/// <param name="TimeZone">IANA zone in which times are shown.</param>
/// <param name="Language">Language of the bot's own sentences, or null for the configured one.</param>
/// <param name="ManagerRole">The platform's id of the group whose people are managers too; null for none.</param>
internal sealed record Space(long Id, string Key, string TimeZone, string? Language, string? ManagerRole = null)
{
    public const string LocalKey = "console:local";

    /// <summary>True for the terminal's own space: what the operator adds there is shared with every space.</summary>
    public bool IsOperator => Key == LocalKey;
}
