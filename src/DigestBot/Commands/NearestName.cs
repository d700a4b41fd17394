namespace DigestBot.Commands;

/// <summary>Guesses which name a mistyped one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>No name is longer, so no longer word can be a slip of one.</summary>
    private const int LongestWord = 40;

    /// <returns>Null when none is near enough to be a slip of the fingers.</returns>
    public static string? Of(string word, IEnumerable<string> names)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        string lower = word.ToLowerInvariant();
        var best = names
            .Select(name => (Name: name, Distance: Distance(lower, name)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, best.Name.Length / 3) ? best.Name : null;
    }

    // Typing only the beginning counts as one slip; two swapped letters count as one too.
    private static int Distance(string word, string name)
    {
        if (word.Length >= 2 && name.StartsWith(word, StringComparison.Ordinal))
        {
            return word.Length == name.Length ? 0 : 1;
        }

        int[,] cost = new int[word.Length + 1, name.Length + 1];
        for (int i = 0; i <= word.Length; i++)
        {
            for (int j = 0; j <= name.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(word, name, cost, i, j);
            }
        }

        return cost[word.Length, name.Length];
    }

    private static int Cheapest(string word, string name, int[,] cost, int i, int j)
    {
        int replaced = cost[i - 1, j - 1] + (word[i - 1] == name[j - 1] ? 0 : 1);
        int least = Math.Min(replaced, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
        bool swapped = i > 1 && j > 1 && word[i - 1] == name[j - 2] && word[i - 2] == name[j - 1];
        return swapped ? Math.Min(least, cost[i - 2, j - 2] + 1) : least;
    }
}
