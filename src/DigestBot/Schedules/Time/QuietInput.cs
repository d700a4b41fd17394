using System.Text.RegularExpressions;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>Reads quiet hours: <c>22:00-07:00</c>, <c>22-7</c>, <c>10pm to 7am</c>, or <c>off</c>.</summary>
internal static partial class QuietInput
{
    private static readonly string[] Nothing = ["off", "none", "no", "never", "non", "aucune", "jamais", "sans", "لا", "بدون"];

    /// <returns>Null, understood, for off.</returns>
    public static Reading<QuietHours> Read(string text)
    {
        string plain = Plain.Of(text);
        if (plain.Length == 0)
        {
            return new(null, new(MisreadingKind.Empty, ""));
        }

        if (Nothing.Contains(plain))
        {
            return new((QuietHours?)null);
        }

        int start = Opening().Match(plain).Length;
        if (ClockText.At(plain, start, out int middle) is not { } from)
        {
            return new(null, new(MisreadingKind.Unknown, plain));
        }

        Match between = Between().Match(plain, middle);
        int second = middle + between.Length;
        if (!between.Success || ClockText.At(plain, second, out int end) is not { } to || end != plain.Length)
        {
            return new(null, new(MisreadingKind.Unknown, plain[middle..].Trim() is { Length: > 0 } rest ? rest : plain));
        }

        return Of(from, to);
    }

    private static Reading<QuietHours> Of(ClockText from, ClockText to)
    {
        // A day may end at 24:00, where 00:00 would look like its beginning.
        TimeOnly? last = to is { Hour: 24, Minute: 0, Half: null } ? TimeOnly.MinValue : to.Time;
        if (from.Time is not { } first || last is null)
        {
            return new(null, new(MisreadingKind.OutOfRange, from.Time is null ? from.Text : to.Text));
        }

        ClockText? loose = from.IsLoose ? from : to.IsLoose ? to : null;
        if (loose is not null && (from.Half ?? to.Half) is not null)
        {
            return new(null, new(MisreadingKind.Ambiguous, loose.Text, loose.Readings));
        }

        return first == last
            ? new(null, new(MisreadingKind.EqualEnds, ClockText.Show(first)))
            : new(new QuietHours(first, last.Value));
    }

    [GeneratedRegex(@"\G(?:(?:from|between|de|du|entre|von|من)\s)?", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G\s?(?:-|\.\.|(?:to|until|till|and|a|au|et|bis|الي|حتي)\s)\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
