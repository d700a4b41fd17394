using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>Reads days of the week as people type them: <c>weekdays</c>, <c>mon,wed</c>, <c>Monday to Thursday</c>, <c>lun-ven</c>.</summary>
internal static partial class DayInput
{
    private static readonly string[] Fillers =
        ["on", "every", "each", "the", "and", "only", "&", "le", "les", "chaque", "tous", "et", "du", "de", "from", "و", "من", "يوم", "ايام", "كل"];

    private static readonly string[] To = ["-", "..", "to", "until", "till", "through", "thru", "au", "a", "bis", "الي", "حتي"];

    /// <param name="text">As typed.</param>
    /// <param name="culture">Names of its language are understood too; English ones always.</param>
    public static Reading<Weekdays> Read(string text, CultureInfo culture)
    {
        string plain = DayNames.Replace(Plain.Of(text));
        string[] words = [.. Word().Matches(plain).Select(match => match.Value).Where(word => !Fillers.Contains(word))];
        Weekdays days = Weekdays.None;
        for (int i = 0; i < words.Length; i++)
        {
            Weekdays word = DayNames.Find(words[i], culture);
            if (word == Weekdays.None)
            {
                return new(days, new(MisreadingKind.Unknown, words[i], DayNames.Near(words[i], culture)));
            }

            if (i + 1 < words.Length && To.Contains(words[i + 1]))
            {
                Weekdays last = i + 2 < words.Length ? DayNames.Find(words[i + 2], culture) : Weekdays.None;
                if (!IsOne(word) || !IsOne(last))
                {
                    return new(days, new(MisreadingKind.Unknown, string.Join(' ', words[i..Math.Min(i + 3, words.Length)])));
                }

                word = Range(word, last);
                i += 2;
            }

            days |= word;
        }

        return days != Weekdays.None ? new(days) : new(days, new(plain.Length == 0 ? MisreadingKind.Empty : MisreadingKind.Unknown, plain));
    }

    private static bool IsOne(Weekdays days) => int.PopCount((int)days) == 1;

    // Friday to Monday goes over the end of the week.
    private static Weekdays Range(Weekdays first, Weekdays last)
    {
        Weekdays all = first;
        for (Weekdays day = first; day != last; all |= day)
        {
            day = day == Weekdays.Sunday ? Weekdays.Monday : (Weekdays)((int)day * 2);
        }

        return all;
    }

    [GeneratedRegex(@"-|\.\.|&|[^\s,;+/&.\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
