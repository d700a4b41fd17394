using DigestBot.Schedules.Time;

namespace DigestBot.Commands.Suggestions;

/// <summary>Zones by their names, by cities and countries, also mistyped ones.</summary>
internal static class ZoneSuggestions
{
    /// <param name="typed">As far as it is written.</param>
    /// <param name="own">The space's own zone, offered first while nothing is written.</param>
    public static IReadOnlyList<Suggestion> Of(string typed, string own)
    {
        string key = ZoneIndex.KeyOf(typed);
        IEnumerable<string> ids = key.Length == 0 ? [own, .. Places.Major] : Matching(typed, key);
        return [.. ids.Where(ZoneIndex.IsHere).Distinct(StringComparer.Ordinal).Take(SuggestionMatch.Most).Select(Suggestion.Of)];
    }

    private static IEnumerable<string> Matching(string typed, string key)
    {
        Reading<string> read = ZoneInput.Read(typed);
        ZoneIndex index = ZoneIndex.Default;
        return
        [
            .. read.IsUnderstood && read.Value is { } zone ? [zone] : (string[])[],
            .. Named(index, name => name.StartsWith(key, StringComparison.Ordinal)),
            .. Named(index, name => name.Contains($" {key}", StringComparison.Ordinal)),
            .. read.Misreading?.Suggestions ?? [],
        ];
    }

    private static IEnumerable<string> Named(ZoneIndex index, Func<string, bool> matches) =>
        index.Names.Where(matches).Order(StringComparer.Ordinal).Select(name => index.ByName(name)!);
}
