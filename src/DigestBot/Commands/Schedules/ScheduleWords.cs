using System.Globalization;

namespace DigestBot.Commands.Schedules;

/// <summary>
/// Takes apart what people type about a schedule: <c>morning iraq at 08:00 weekdays Europe/Paris</c>. Words before the
/// time are name and topic, words behind it days and zone; anything can be named instead, as in <c>days:weekdays</c>.
/// </summary>
/// <param name="culture">The reader's, whose names of days are understood beside the English ones.</param>
internal sealed class ScheduleWords(CultureInfo culture)
{
    private readonly TypedWords _typed = new(culture);

    /// <summary>Words are name and topic: one alone is the topic, of several the first is the name.</summary>
    public ScheduleText ReadNew(IReadOnlyList<TextToken> tokens)
    {
        Understood understood = Read(tokens, leastWords: 0);
        List<TextToken> words = understood.Words;
        int about = words.FindIndex(word => TypedWords.Is(word, "about"));
        int names = understood.Values.ContainsKey(ScheduleParameter.Name) ? 0
            : understood.Values.ContainsKey(ScheduleParameter.Topic) ? words.Count
            : about >= 0 ? about
            : words.Count > 1 ? 1 : 0;
        understood.Say(ScheduleParameter.Name, Join(words.Take(names)));
        understood.Say(ScheduleParameter.Topic, Join(words.Skip(Math.Max(names, about + 1))));
        return new(null, understood.Values, understood.Repeated);
    }

    /// <summary>Words are the schedule to edit.</summary>
    public ScheduleText ReadChange(IReadOnlyList<TextToken> tokens)
    {
        Understood understood = Read(tokens, leastWords: 1);
        return new(Join(understood.Words) is { Length: > 0 } which ? which : null, understood.Values, understood.Repeated);
    }

    public static string Join(IEnumerable<TextToken> words) =>
        string.Join(' ', words.Select(word => word.Quoted ? word.Value : word.Raw));

    private Understood Read(IReadOnlyList<TextToken> tokens, int leastWords)
    {
        var understood = new Understood();
        int? named = null;
        for (int i = 0; i < tokens.Count; i++)
        {
            string? parameter = ScheduleParameter.Find(tokens[i].Name);
            string value = tokens[i].Value;
            if (parameter is null && TypedWords.NamedByWord(tokens, i) is { } word)
            {
                parameter = word;
                value = Join([tokens[++i]]);
            }

            if (parameter is null || value.Length == 0)
            {
                understood.Words.Add(tokens[i]);
                continue;
            }

            understood.Say(parameter, value);
            named ??= parameter is ScheduleParameter.Name or ScheduleParameter.Topic ? null : understood.Words.Count;
        }

        Split(understood, TypedWords.FirstTime(understood.Words) ?? named ?? understood.Words.Count, leastWords);
        return understood;
    }

    // What stands behind the time speaks of time; days may also stand before it: "every weekday at 8am".
    private void Split(Understood understood, int at, int leastWords)
    {
        List<TextToken> words = understood.Words;
        List<TextToken> when = words[at..];
        words.RemoveRange(at, words.Count - at);
        if (when.Count > 0 || understood.Values.ContainsKey(ScheduleParameter.At))
        {
            while (words.Count > leastWords && TypedWords.IsFiller(words[^1]))
            {
                words.RemoveAt(words.Count - 1);
            }

            int days = Math.Min(_typed.DaysAtEnd(words), words.Count - Math.Min(leastWords, words.Count));
            when.InsertRange(0, words[^days..]);
            words.RemoveRange(words.Count - days, days);
        }

        TakeWhen(understood, when);
    }

    private void TakeWhen(Understood understood, List<TextToken> when)
    {
        var place = new List<TextToken>();
        for (int i = 0; i < when.Count;)
        {
            int length = TypedWords.TimeAt(when, i);
            int days = length > 0 ? 0 : _typed.DaysAt(when, i);
            if (length + days > 0)
            {
                understood.Say(length > 0 ? ScheduleParameter.At : ScheduleParameter.Days, Join(when.Skip(i).Take(length + days)));
            }
            else if (!TypedWords.IsFiller(when[i]))
            {
                place.Add(when[i]);
            }

            i += Math.Max(1, length + days);
        }

        // "at 8am iraq" says a topic where a zone might stand; a place alone is a zone only when it is written as one.
        if (understood.Words.Count == 0 && !TypedWords.IsWrittenAsZone(Join(place)))
        {
            understood.Words.AddRange(place);
        }
        else
        {
            understood.Say(ScheduleParameter.Zone, Join(place));
        }
    }

    /// <summary>What was understood so far.</summary>
    private sealed class Understood
    {
        /// <summary>What is left.</summary>
        public List<TextToken> Words { get; } = [];

        public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

        public string? Repeated { get; private set; }

        // Times and days may be given one by one.
        public void Say(string parameter, string value)
        {
            if (value.Length == 0 || Values.TryAdd(parameter, value))
            {
                return;
            }

            if (parameter is ScheduleParameter.At or ScheduleParameter.Days)
            {
                Values[parameter] += $",{value}";
            }
            else
            {
                Repeated ??= parameter;
            }
        }
    }
}
