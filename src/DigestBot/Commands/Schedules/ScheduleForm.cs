using System.Globalization;
using System.Text;
using DigestBot.Chat;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>Understands what was said about a schedule, or says in one sentence what it was taken for and what to write.</summary>
internal sealed class ScheduleForm(Phrases phrases)
{
    private static readonly string[] Everything = ["everything", "all", "all news", "news", "*"];

    private const int MostGuesses = 3;

    /// <summary>The first thing that could not be understood; null when everything was.</summary>
    public string? Wrong { get; private set; }

    public ScheduleWishes Read(IReadOnlyDictionary<string, string> values) => new()
    {
        Name = Read(values, ScheduleParameter.Name, Name),
        Topic = Read<Given<string?>?>(values, ScheduleParameter.Topic, text => Topic(text)),
        Times = Read(values, ScheduleParameter.At, Times),
        Days = Read(values, ScheduleParameter.Days, Days),
        Zone = Read(values, ScheduleParameter.Zone, Zone),
        Stories = Read(values, ScheduleParameter.Stories, Stories),
        IfEmpty = Read(values, ScheduleParameter.IfEmpty, IfEmpty),
        CatchUp = Read(values, ScheduleParameter.CatchUp, CatchUp),
        Quiet = Read(values, ScheduleParameter.Quiet, Quiet),
        MentionRole = Read(values, ScheduleParameter.MentionRole, MentionRole),
        Channel = Read(values, ScheduleParameter.Channel, Channel),
    };

    /// <summary>The name of a schedule that is called by its topic; null where that makes none.</summary>
    public static string? NameOf(string? topic)
    {
        string name = CleanName(topic ?? "");
        int end = Math.Min(name.Length, CommandLimits.ScheduleName);
        name = name[..(end < name.Length && char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)].TrimEnd();
        return name.Any(char.IsLetterOrDigit) ? name : null;
    }

    /// <summary>A name on one line, without marks that would end it where it is quoted.</summary>
    public static string CleanName(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            }
            else if (!Rune.IsControl(rune)
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse)
                && rune.Value is not ('"' or '“' or '”' or '«' or '»' or '„' or 0xFFFD))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd();
    }

    private T? Read<T>(IReadOnlyDictionary<string, string> values, string name, Func<string, T?> read) =>
        Wrong is null && values.TryGetValue(name, out string? text) ? read(text.Trim()) : default;

    private T? Refuse<T>(string sentence)
    {
        Wrong ??= sentence;
        return default;
    }

    private string? Name(string text)
    {
        string name = CleanName(text);
        return !name.Any(char.IsLetterOrDigit) ? Refuse<string>(phrases.ScheduleNameEmpty(text))
            : name.Length > CommandLimits.ScheduleName
                ? Refuse<string>(phrases.ScheduleNameTooLong(CommandLimits.ScheduleName, name.Length))
                : name;
    }

    private Given<string?>? Topic(string text)
    {
        string topic = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return topic.Length > CommandLimits.Topic
            ? Refuse<Given<string?>?>(phrases.TopicTooLong(CommandLimits.Topic, topic.Length))
            : new(topic.Length == 0 || Everything.Contains(topic, StringComparer.OrdinalIgnoreCase) ? null : topic);
    }

    private IReadOnlyList<TimeOnly>? Times(string text) => TimeInput.Read(text) switch
    {
        { IsUnderstood: true, Value: var times } => times,
        { Misreading.Kind: MisreadingKind.TooMany } => Refuse<IReadOnlyList<TimeOnly>>(phrases.ScheduleTimesTooMany(TimeInput.MostTimes)),
        { Misreading: var wrong } => Refuse<IReadOnlyList<TimeOnly>>(
            Explain(wrong, text, phrases.ScheduleTimesGuess, phrases.ScheduleTimesUnreadable)),
    };

    private Weekdays? Days(string text) => DayInput.Read(text, phrases.Culture) switch
    {
        { IsUnderstood: true, Value: var days } => days,
        { Misreading: var wrong } => Refuse<Weekdays?>(
            Explain(wrong, text, phrases.ScheduleDaysGuess, phrases.ScheduleDaysUnreadable)),
    };

    private string? Zone(string text) => ZoneInput.Read(text) switch
    {
        { IsUnderstood: true, Value: var zone } => zone,
        { Misreading.Kind: MisreadingKind.Offset } => Refuse<string>(phrases.ScheduleZoneOffset(text)),
        { Misreading: var wrong } => Refuse<string>(
            Explain(wrong, text, phrases.ScheduleZoneGuess, phrases.ScheduleZoneUnreadable)),
    };

    private static string Explain(
        Misreading wrong, string text, Func<string, string, string> guess, Func<string, string> unreadable)
    {
        string words = wrong.Text.Length > 0 ? wrong.Text : text;
        return wrong.Suggestions.Count > 0 ? guess(words, string.Join(" / ", wrong.Suggestions.Take(MostGuesses))) : unreadable(words);
    }

    private Given<int?>? Stories(string text)
    {
        const int Least = CommandLimits.LeastStories;
        const int Most = CommandLimits.MostStories;
        return Is(text, ScheduleParameter.Default) ? new(null)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int stories) && stories is >= Least and <= Most
                ? new(stories)
                : Refuse<Given<int?>?>(phrases.ScheduleStoriesUnreadable(Least, Most, text));
    }

    private IfEmpty? IfEmpty(string text) =>
        Is(text, "skip") ? Store.Ledger.IfEmpty.Skip
        : Is(text, "post") ? Store.Ledger.IfEmpty.Post
        : Refuse<IfEmpty?>(phrases.ScheduleIfEmptyUnreadable(text));

    private TimeSpan? CatchUp(string text) => SpanInput.Read(text) is { IsUnderstood: true, Value: var span }
        ? span
        : Refuse<TimeSpan?>(phrases.ScheduleCatchUpUnreadable(text));

    private Given<QuietHours?>? Quiet(string text) => QuietInput.Read(text) is { IsUnderstood: true, Value: var quiet }
        ? new(quiet)
        : Refuse<Given<QuietHours?>?>(phrases.ScheduleQuietUnreadable(text));

    private Given<string?>? MentionRole(string text) =>
        Is(text, ScheduleParameter.Off) || Is(text, "none") ? new(null)
        : text.Length is > 0 and <= CommandLimits.MentionRole && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? new(text)
        : Refuse<Given<string?>?>(phrases.ScheduleRoleUnreadable(text));

    private ChannelRef? Channel(string text) => ChannelRef.TryParse(text, out ChannelRef? channel)
        ? channel
        : Refuse<ChannelRef>(phrases.UsageChannel(ScheduleParameter.Channel, text));

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
