using DigestBot.Schedules.Time;

namespace DigestBot.Commands.Suggestions;

/// <summary>Which of several things what is typed may become, whatever its case and accents.</summary>
internal static class SuggestionMatch
{
    /// <summary>As many as every platform shows.</summary>
    public const int Most = 25;

    /// <summary>As long as every platform takes.</summary>
    private const int Longest = 100;

    /// <summary>Those that begin with it, then those with a word that does, then those that hold it; in their own order otherwise.</summary>
    public static IReadOnlyList<Suggestion> Of(string typed, IEnumerable<Suggestion> candidates)
    {
        string key = Plain.Of(typed.Trim());
        return
        [
            .. candidates
                .Where(candidate => candidate.Value.Length is > 0 and <= Longest)
                .Select(candidate => (Candidate: candidate, Rank: Rank(Plain.Of(candidate.Label), key)))
                .Where(ranked => ranked.Rank >= 0)
                .OrderBy(ranked => ranked.Rank)
                .Select(ranked => ranked.Candidate with { Label = Cut(ranked.Candidate.Label) })
                .DistinctBy(candidate => candidate.Value, StringComparer.OrdinalIgnoreCase)
                .Take(Most),
        ];
    }

    private static int Rank(string label, string key) => key.Length == 0 || label.StartsWith(key, StringComparison.Ordinal) ? 0
        : label.Contains($" {key}", StringComparison.Ordinal) || label.Contains($"/{key}", StringComparison.Ordinal) ? 1
        : label.Contains(key, StringComparison.Ordinal) ? 2
        : -1;

    private static string Cut(string label)
    {
        if (label.Length <= Longest)
        {
            return label;
        }

        int end = char.IsHighSurrogate(label[Longest - 2]) ? Longest - 2 : Longest - 1;
        return $"{label[..end]}…";
    }
}
