namespace DigestBot.Commands.Schedules;

/// <summary>What can be said about a schedule, by the names that every platform uses.</summary>
internal static class ScheduleParameter
{
    public const string Name = "name";
    public const string Topic = "topic";
    public const string At = "at";
    public const string Days = "days";
    public const string Zone = "zone";
    public const string Stories = "stories";
    public const string IfEmpty = "if-empty";
    public const string CatchUp = "catch-up";
    public const string Quiet = "quiet";
    public const string MentionRole = "mention-role";
    public const string Channel = "channel";

    /// <summary>Takes something away that was set before.</summary>
    public const string Off = "off";

    /// <summary>Goes back to what holds unless somebody says otherwise.</summary>
    public const string Default = "default";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [Name] = Name,
        [Topic] = Topic,
        ["about"] = Topic,
        [At] = At,
        ["time"] = At,
        ["times"] = At,
        [Days] = Days,
        ["day"] = Days,
        [Zone] = Zone,
        ["timezone"] = Zone,
        ["tz"] = Zone,
        [Stories] = Stories,
        [IfEmpty] = IfEmpty,
        [CatchUp] = CatchUp,
        ["catchup"] = CatchUp,
        [Quiet] = Quiet,
        ["quiet-hours"] = Quiet,
        [MentionRole] = MentionRole,
        ["mention"] = MentionRole,
        ["role"] = MentionRole,
        [Channel] = Channel,
    };

    /// <summary>The parameter of this name, whatever the case and however its words are joined; null when there is none.</summary>
    public static string? Find(string? name) =>
        name is null ? null : Names.GetValueOrDefault(name.ToLowerInvariant().Replace('_', '-'));
}
