namespace DigestBot.Schedules.Time;

/// <summary>Finds names that a mistyped one may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;
    private const int LongestWord = 40;
    private const int ShortestWord = 3;

    /// <returns>At most three, the nearest first; none when nothing is near enough to be a slip of the fingers.</returns>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> names)
    {
        if (word.Length is < ShortestWord or > LongestWord)
        {
            return [];
        }

        int farthest = Math.Max(1, word.Length / 3);
        return
        [
            .. names
                .Where(name => Math.Abs(name.Length - word.Length) <= farthest)
                .Select(name => (Name: name, Distance: Distance(word, name)))
                .Where(candidate => candidate.Distance <= farthest)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Name)
                .Take(Most),
        ];
    }

    // Letters to add, drop or replace; two that change places count as one.
    private static int Distance(string word, string name)
    {
        int[] before = new int[name.Length + 1];
        int[] last = [.. Enumerable.Range(0, name.Length + 1)];
        for (int i = 1; i <= word.Length; i++)
        {
            int[] row = new int[name.Length + 1];
            row[0] = i;
            for (int j = 1; j <= name.Length; j++)
            {
                bool same = word[i - 1] == name[j - 1];
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && word[i - 1] == name[j - 2] && word[i - 2] == name[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[name.Length];
    }
}
