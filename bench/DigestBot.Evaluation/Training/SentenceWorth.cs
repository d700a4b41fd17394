using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>
/// What the model learns to guess of a sentence: the share of its words that the references have, and more if it belongs to
/// the best summary that could be made of whole sentences (greedily, after Nallapati et al., 2017).
/// </summary>
internal static class SentenceWorth
{
    // Tried: 0.2, 0.4, 0.6, 0.8.
    private const float OfTheBest = 0.6f;

    public static float[] Of(string[][] sentences, int[] words, string[][] references, SummaryOptions options)
    {
        Dictionary<string, int>[] wanted = [.. references.Select(Count)];
        float[] worth = [.. sentences.Select(tokens => Share(tokens, wanted))];
        foreach (int best in Best(sentences, words, wanted, options))
        {
            worth[best] += OfTheBest;
        }

        return worth;
    }

    private static float Share(string[] tokens, Dictionary<string, int>[] wanted) =>
        tokens.Length == 0 ? 0 : (float)(wanted.Average(reference => Hits(Count(tokens), reference)) / tokens.Length);

    private static List<int> Best(string[][] sentences, int[] words, Dictionary<string, int>[] wanted, SummaryOptions options)
    {
        var taken = new List<int>();
        var have = new Dictionary<string, int>(StringComparer.Ordinal);
        int used = 0;
        double reached = 0;
        while (taken.Count < (options.MaxSentences ?? int.MaxValue))
        {
            (int best, double most) = (-1, reached);
            for (int i = 0; i < sentences.Length; i++)
            {
                bool fits = taken.Count == 0 || used + words[i] <= (options.MaxWords ?? int.MaxValue);
                if (fits && !taken.Contains(i) && F(have, sentences[i], wanted) is var f && f > most)
                {
                    (best, most) = (i, f);
                }
            }

            if (best < 0)
            {
                break;
            }

            reached = most;
            used += words[best];
            taken.Add(best);
            foreach (string token in sentences[best])
            {
                have[token] = have.GetValueOrDefault(token) + 1;
            }
        }

        return taken;
    }

    private static double F(Dictionary<string, int> have, string[] more, Dictionary<string, int>[] wanted)
    {
        var all = new Dictionary<string, int>(have, StringComparer.Ordinal);
        foreach (string token in more)
        {
            all[token] = all.GetValueOrDefault(token) + 1;
        }

        int length = all.Values.Sum();
        return wanted.Average(reference => 2.0 * Hits(all, reference) / Math.Max(1, length + reference.Values.Sum()));
    }

    private static int Hits(Dictionary<string, int> have, Dictionary<string, int> wanted)
    {
        (Dictionary<string, int> few, Dictionary<string, int> many) = have.Count < wanted.Count ? (have, wanted) : (wanted, have);
        int hits = 0;
        foreach ((string token, int count) in few)
        {
            hits += Math.Min(count, many.GetValueOrDefault(token));
        }

        return hits;
    }

    private static Dictionary<string, int> Count(string[] tokens)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string token in tokens)
        {
            counts[token] = counts.GetValueOrDefault(token) + 1;
        }

        return counts;
    }
}
