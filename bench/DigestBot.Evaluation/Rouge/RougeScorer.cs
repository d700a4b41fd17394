namespace DigestBot.Evaluation.Rouge;

/// <summary>ROUGE-N, ROUGE-L and ROUGE-Lsum as google-research/rouge computes them (Lin 2004).</summary>
internal static class RougeScorer
{
    public static RougeScore N(string reference, string candidate, int n, bool stem)
    {
        Dictionary<string, int> wanted = Count(RougeTokens.Of(reference, stem), n);
        Dictionary<string, int> had = Count(RougeTokens.Of(candidate, stem), n);
        int hits = wanted.Sum(gram => Math.Min(gram.Value, had.GetValueOrDefault(gram.Key)));
        return RougeScore.Of(hits, had.Values.Sum(), wanted.Values.Sum());
    }

    /// <summary>Longest common subsequence of the whole texts.</summary>
    public static RougeScore L(string reference, string candidate, bool stem)
    {
        string[] wanted = RougeTokens.Of(reference, stem), had = RougeTokens.Of(candidate, stem);
        return wanted.Length == 0 || had.Length == 0
            ? default
            : RougeScore.Of(Lengths(wanted, had)[wanted.Length, had.Length], had.Length, wanted.Length);
    }

    /// <summary>Union of the common subsequences of each reference line with all candidate lines, each token used once.</summary>
    public static RougeScore LSum(string reference, string candidate, bool stem)
    {
        string[][] wanted = Lines(reference, stem), had = Lines(candidate, stem);
        Dictionary<string, int> wantedLeft = Count([.. wanted.SelectMany(line => line)], 1);
        Dictionary<string, int> hadLeft = Count([.. had.SelectMany(line => line)], 1);
        int hits = 0;
        foreach (string[] line in wanted)
        {
            var union = new SortedSet<int>(had.SelectMany(other => Common(line, other)));
            foreach (string token in union.Select(i => line[i]))
            {
                if (wantedLeft.GetValueOrDefault(token) > 0 && hadLeft.GetValueOrDefault(token) > 0)
                {
                    hits++;
                    wantedLeft[token]--;
                    hadLeft[token]--;
                }
            }
        }

        return RougeScore.Of(hits, had.Sum(line => line.Length), wanted.Sum(line => line.Length));
    }

    private static string[][] Lines(string text, bool stem) =>
        [.. text.Split('\n').Where(line => line.Length > 0).Select(line => RougeTokens.Of(line, stem)).Where(line => line.Length > 0)];

    private static Dictionary<string, int> Count(string[] tokens, int n)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i + n <= tokens.Length; i++)
        {
            string gram = n == 1 ? tokens[i] : string.Join(' ', tokens, i, n);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }

    private static int[,] Lengths(string[] reference, string[] candidate)
    {
        int[,] lengths = new int[reference.Length + 1, candidate.Length + 1];
        for (int i = 1; i <= reference.Length; i++)
        {
            for (int j = 1; j <= candidate.Length; j++)
            {
                lengths[i, j] = reference[i - 1] == candidate[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths;
    }

    // Which reference tokens the common subsequence uses; of several, the one that the reference implementation finds.
    private static List<int> Common(string[] reference, string[] candidate)
    {
        int[,] lengths = Lengths(reference, candidate);
        var used = new List<int>();
        int i = reference.Length, j = candidate.Length;
        while (i > 0 && j > 0)
        {
            if (reference[i - 1] == candidate[j - 1])
            {
                used.Add(--i);
                j--;
            }
            else if (lengths[i, j - 1] > lengths[i - 1, j])
            {
                j--;
            }
            else
            {
                i--;
            }
        }

        return used;
    }
}
