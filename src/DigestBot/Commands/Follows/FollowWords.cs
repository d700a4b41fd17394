using System.Globalization;
using DigestBot.Commands.Schedules;

namespace DigestBot.Commands.Follows;

/// <summary>Understands <c>iraq at 07:30 weekdays</c> as well as the same by name.</summary>
internal static class FollowWords
{
    public const string Topic = ScheduleParameter.Topic;
    public const string Story = "story";
    public const string At = ScheduleParameter.At;
    public const string Days = ScheduleParameter.Days;
    public const string Zone = ScheduleParameter.Zone;

    // A schedule's first word may be its name; what is followed has none.
    private static readonly TextToken NoName = new("name:-", ScheduleParameter.Name, "-", Quoted: false);

    // What buttons say for one that somebody follows: its number in a list may be another's by the time that it is pressed.
    private const char Mark = '#';

    /// <summary>Names a follow to <c>/unfollow</c>, whatever else is followed or ended meanwhile.</summary>
    public static string MarkOf(long schedule) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{schedule}");

    /// <summary>The schedule that is named; null for any other words.</summary>
    public static long? Marked(string said) =>
        said.StartsWith(Mark) && long.TryParse(said.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long schedule) ? schedule : null;

    /// <returns>What was said, by <see cref="ScheduleParameter"/> or as <see cref="Story"/>; without a topic where none was.</returns>
    public static IReadOnlyDictionary<string, string> Read(CommandCall call)
    {
        Dictionary<string, string> values = ReadTopic(call);
        if (call.Arguments.Text(Story) is { } story)
        {
            values[Story] = story;
        }
        else if (values.GetValueOrDefault(Topic) is { } topic && NumberOf(topic) is { } number)
        {
            values[Story] = number;
            values.Remove(Topic);
        }

        return values;
    }

    /// <summary>The place that "2", "story 2" and "the second one" mean, here as anywhere; null for other words.</summary>
    public static string? NumberOf(string text) =>
        Rejoinder.Read(text) is Rejoinder.Story { Number: var said } ? said.ToString(CultureInfo.InvariantCulture)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= CommandLimits.MostStories ? text
        : null;

    private static Dictionary<string, string> ReadTopic(CommandCall call)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in (ReadOnlySpan<string>)[Topic, At, Days, Zone])
        {
            if (call.Arguments.Text(name) is { } text)
            {
                values[name] = text;
            }
        }

        return values.TryGetValue(Topic, out string? topic) && !values.ContainsKey(At) ? WithTime(topic, values, call) : values;
    }

    private static Dictionary<string, string> WithTime(string topic, Dictionary<string, string> values, CommandCall call)
    {
        IReadOnlyList<TextToken> words = TextToken.Split(topic);
        if (TypedWords.FirstTime(words) is null)
        {
            return values;
        }

        IReadOnlyDictionary<string, string> read = new ScheduleWords(call.Phrases.Culture).ReadNew([NoName, .. words]).Values;
        if (!read.ContainsKey(Topic))
        {
            return values; // "/follow 8:30" is a topic as odd as any
        }

        foreach (string name in (ReadOnlySpan<string>)[Topic, At, Days, Zone])
        {
            if (read.TryGetValue(name, out string? text))
            {
                values[name] = values.TryGetValue(name, out string? given) && name != Topic ? given : text;
            }
        }

        return values;
    }
}
