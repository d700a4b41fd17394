using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Commands.Suggestions;

/// <summary>
/// The names that stand in most of some articles: words with a capital letter within a sentence. Scripts without capital
/// letters give none.
/// </summary>
internal static partial class NewsNames
{
    private const int LeastArticles = 2;
    private const int MostNames = 200;

    /// <summary>A shorter name that seldom stands without the longer one is left out.</summary>
    private const double SameName = 0.8;

    private static readonly HashSet<string> NoNames = new(
        [.. DateTimeFormatInfo.InvariantInfo.DayNames, .. DateTimeFormatInfo.InvariantInfo.MonthNames], StringComparer.OrdinalIgnoreCase);

    /// <param name="openings">The first sentences of each article.</param>
    /// <returns>Those in the most articles first.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<string> openings)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string opening in openings)
        {
            foreach (string name in Name().Matches(opening).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        KeyValuePair<string, int>[] frequent = [.. counts
            .Where(count => count.Value >= LeastArticles && !NoNames.Contains(count.Key))
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(2 * MostNames)];
        return [.. frequent.Where(name => !frequent.Any(longer => IsPartOf(name, longer))).Take(MostNames).Select(name => name.Key)];
    }

    private static bool IsPartOf(KeyValuePair<string, int> name, KeyValuePair<string, int> longer) =>
        longer.Key.Length > name.Key.Length
        && longer.Value >= SameName * name.Value
        && $" {longer.Key} ".Contains($" {name.Key} ", StringComparison.Ordinal);

    // Behind a letter, a digit or a comma: the first word of a sentence or quotation has its capital for another reason.
    [GeneratedRegex(@"(?<=[\p{L}\p{M}\p{Nd},)]\s)\p{Lu}[\p{L}\p{M}’'-]{2,}(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
