namespace DigestBot.Summaries;

/// <summary>Finds what a sentence counts. Prefers finding nothing to finding something that it does not say.</summary>
internal static class FigureReader
{
    private const int Reach = 4; // words between a figure and what happened to those counted
    private const int UnitReach = 3;
    private const int LongestToll = 24;

    public static IReadOnlyList<Figure> Read(ReadOnlySpan<FigureToken> tokens)
    {
        var figures = new List<Figure>();
        for (int i = 0; i < tokens.Length; i++)
        {
            (long value, int words) = FigureWords.Read(tokens, i);
            if (words > 0 && IsCount(tokens, i, words) && Counts(tokens, i, i + words) is { } counts)
            {
                figures.Add(new(counts, value, KindOf(tokens, i), counts[0] != '-'));
            }

            i += Math.Max(0, words - 1);
        }

        return figures;
    }

    private static bool IsCount(ReadOnlySpan<FigureToken> tokens, int at, int words)
    {
        FigureToken first = tokens[at], last = tokens[at + words - 1];
        bool isYear = first.Word.Length == 4 && (first.Word.StartsWith("19", StringComparison.Ordinal) || first.Word.StartsWith("20", StringComparison.Ordinal))
            && first.After != ',' && !first.Word.EndsWith("00", StringComparison.Ordinal);
        return !isYear
            && !"$€£¥#-–/:.'’".Contains(first.Before, StringComparison.Ordinal)
            && !"%-–/:$€°'’".Contains(last.After, StringComparison.Ordinal)
            && (at == 0 || !(FigureWords.NoCountBefore.Contains(tokens[at - 1].Word) || IsNumber(tokens, at - 1)))
            && (at + words >= tokens.Length || !FigureWords.NoCountAfter.Contains(tokens[at + words].Word));
    }

    // What happened is looked for behind the figure, then before it, then at the head of a toll.
    private static string? Counts(ReadOnlySpan<FigureToken> tokens, int at, int behind)
    {
        string? unit = UnitAt(tokens, behind);
        string? fate = FateBehind(tokens, behind, unit is null) ?? FateBefore(tokens, at) ?? (unit is null ? TollBefore(tokens, at) : null);
        bool anybody = unit is null || FigureWords.Anybody.Contains(unit);
        return fate is not null ? $"{fate} {(anybody ? "" : StemOf(tokens, behind, unit!))}"
            : anybody || FigureWords.Measures.Contains(unit!) ? null
            : $"- {StemOf(tokens, behind, unit!)}";
    }

    private static string StemOf(ReadOnlySpan<FigureToken> tokens, int from, string word)
    {
        while (tokens[from].Word != word)
        {
            from++;
        }

        return tokens[from].Stem;
    }

    // The first plural close behind the figure, in the same phrase.
    private static string? UnitAt(ReadOnlySpan<FigureToken> tokens, int from)
    {
        for (int i = from; i < Math.Min(tokens.Length, from + UnitReach); i++)
        {
            FigureToken token = tokens[i];
            if ((i > from && token.Breaks) || (i == from && token.Breaks) || token.Stem.Length == 0 || IsNumber(tokens, i) || FigureWords.Fates.ContainsKey(token.Word))
            {
                return FigureWords.Anybody.Contains(token.Word) && !token.Breaks ? token.Word : null;
            }

            bool plural = token.Word.EndsWith('s') && !token.Word.EndsWith("ss", StringComparison.Ordinal) && !token.IsName;
            if (plural || FigureWords.Plurals.Contains(token.Word))
            {
                return token.Word;
            }
        }

        return null;
    }

    // Where nothing plural follows, what does not belong to the figure may only be a word such as "were".
    private static string? FateBehind(ReadOnlySpan<FigureToken> tokens, int from, bool bare)
    {
        for (int i = from; i < Math.Min(tokens.Length, from + Reach + 1); i++)
        {
            if (tokens[i].Breaks || tokens[i].Word is "and" or "or" or "but" or "while" or "as" || IsNumber(tokens, i))
            {
                return null;
            }

            if (FigureWords.Fates.TryGetValue(tokens[i].Word, out string? fate))
            {
                return tokens[i].After == '-' ? null : fate;
            }

            if (bare && tokens[i].Stem.Length > 0 && tokens[i].Word is not ("reported" or "confirmed"))
            {
                return null;
            }
        }

        return null;
    }

    private static string? FateBefore(ReadOnlySpan<FigureToken> tokens, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            if (FigureWords.Fates.TryGetValue(tokens[i].Word, out string? fate) && tokens[i].Word is not ("dead" or "death" or "deaths" or "died" or "die" or "missing"))
            {
                return tokens[i + 1].Breaks ? null : fate;
            }

            bool quantifies = FigureWords.AtLeast.Contains(tokens[i].Word) || FigureWords.About.Contains(tokens[i].Word) || FigureWords.Between.Contains(tokens[i].Word);
            if (!quantifies || tokens[i + 1].Breaks)
            {
                return null;
            }
        }

        return null;
    }

    private static string? TollBefore(ReadOnlySpan<FigureToken> tokens, int at)
    {
        int before = at - 1;
        while (before > 0 && (FigureWords.AtLeast.Contains(tokens[before].Word) || FigureWords.About.Contains(tokens[before].Word) || tokens[before].Word is "than"))
        {
            before--;
        }

        // "at least" begins with a word that may also stand before a toll.
        if (before < 0 || !FigureWords.Reached.Contains(tokens[before].Word))
        {
            return null;
        }

        string? fate = null;
        for (int i = before - 1; i >= Math.Max(0, before - LongestToll); i--)
        {
            if (IsNumber(tokens, i))
            {
                return null;
            }

            if (FigureWords.Fates.TryGetValue(tokens[i].Word, out string? found))
            {
                fate = fate is null || fate == found ? found : "";
            }

            if (FigureWords.Tolls.Contains(tokens[i].Word))
            {
                fate ??= i > 0 && tokens[i].Word is "toll" && tokens[i - 1].Word is "death" ? "dead" : null;
                return fate is null or "" ? null : fate;
            }
        }

        return null;
    }

    private static bool IsNumber(ReadOnlySpan<FigureToken> tokens, int i) => FigureWords.Read(tokens, i).Words > 0;

    private static FigureKind KindOf(ReadOnlySpan<FigureToken> tokens, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - 2); i--)
        {
            if (FigureWords.AtLeast.Contains(tokens[i].Word))
            {
                return FigureKind.AtLeast;
            }

            if (FigureWords.About.Contains(tokens[i].Word))
            {
                return FigureKind.About;
            }
        }

        return FigureKind.Exact;
    }
}
