using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Schedules.Time;

/// <summary>Reads a zone as people type it: <c>Europe/Paris</c>, <c>paris</c>, <c>São Paulo</c>, <c>Mumbai</c>, <c>W. Europe Standard Time</c>.</summary>
internal static partial class ZoneInput
{
    private const int MostSuggestions = 4;
    private const int LongestId = 64;
    private const string Utc = "Etc/UTC";

    // Any year of late will do: these are suggestions.
    private static readonly DateTimeOffset[] HalfYears = [new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero)];

    // Windows names by name: those that its own tables give to the zones of ours. Empty where the machine has no such tables.
    private static readonly Lazy<Dictionary<string, string>> Windows = new(ReadWindows);

    /// <returns>The IANA name of a zone that this machine has.</returns>
    public static Reading<string> Read(string text)
    {
        string trimmed = text.Trim();
        string plain = Plain.Of(text);
        string key = ZoneIndex.KeyOf(text);
        ZoneIndex index = ZoneIndex.Default;
        if (plain.Length == 0)
        {
            return new(null, new(MisreadingKind.Empty, ""));
        }

        if (key is "utc" or "z" && !plain.Contains('-'))
        {
            return new(Utc);
        }

        if (Offset().Match(plain) is { Success: true } offset)
        {
            return new(null, new(MisreadingKind.Offset, plain, WithOffset(offset)));
        }

        if (index.Meanings(key) is { Count: > 0 } meanings)
        {
            return new(null, new(MisreadingKind.Ambiguous, plain, [.. meanings.Where(ZoneIndex.IsHere)]));
        }

        if (trimmed.Length <= LongestId && (index.ById(trimmed) ?? index.ByName(key) ?? OfWindows(plain) ?? index.ByName(WithoutTime(key))) is { } id && ZoneIndex.IsHere(id))
        {
            return new(id);
        }

        return index.OfCountry(key) is { Count: > 0 } zones
            ? new(null, new(MisreadingKind.SeveralZones, plain, [.. zones.Where(ZoneIndex.IsHere)]))
            : new(null, new(MisreadingKind.Unknown, plain, Near(key)));
    }

    private static string[] Near(string key)
    {
        ZoneIndex index = ZoneIndex.Default;
        return [.. NearNames.Of(key, index.Names).Select(name => index.ByName(name)!).Where(ZoneIndex.IsHere).Distinct()];
    }

    // "Tokyo time"
    private static string WithoutTime(string key) => key.EndsWith(" time", StringComparison.Ordinal) ? key[..^5] : key;

    // Zones that are at this offset in one half of the year or in the other.
    private static IReadOnlyList<string> WithOffset(Match match)
    {
        int hours = int.Parse(match.Groups["hour"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        int minutes = match.Groups["minute"] is { Success: true } minute ? int.Parse(minute.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        TimeSpan offset = (match.Groups["sign"].Value == "-" ? -1 : 1) * new TimeSpan(hours, minutes, 0);
        return
        [
            .. (offset == TimeSpan.Zero ? [Utc] : Array.Empty<string>())
                .Concat(Places.Major.Where(id => ZoneIndex.IsHere(id) && HalfYears.Any(half => Zones.Get(id).GetUtcOffset(half) == offset)))
                .Take(MostSuggestions),
        ];
    }

    private static string? OfWindows(string plain) => plain.EndsWith(" time", StringComparison.Ordinal) ? Windows.Value.GetValueOrDefault(plain) : null;

    private static Dictionary<string, string> ReadWindows()
    {
        Dictionary<string, string> zones = new(StringComparer.Ordinal);
        foreach (string id in ZoneNames.All)
        {
            if (TimeZoneInfo.TryConvertIanaIdToWindowsId(id, out string? windows)
                && TimeZoneInfo.TryConvertWindowsIdToIanaId(windows, out string? iana)
                && ZoneIndex.Default.ById(iana) is { } known)
            {
                zones.TryAdd(Plain.Of(windows), known);
            }
        }

        return zones;
    }

    [GeneratedRegex(@"^(?:utc|gmt)?\s?(?<sign>[+-])\s?(?<hour>[0-9]{1,2})(?::?(?<minute>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
