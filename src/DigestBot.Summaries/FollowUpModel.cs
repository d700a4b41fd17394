namespace DigestBot.Summaries;

/// <summary>The trained way: how likely a question means each word of the conversation, and which words to add.</summary>
internal sealed class FollowUpModel(BoostedTrees trees)
{
    private const int MostPhrases = 9;

    private static readonly Lazy<FollowUpModel> Known = new(() => new(BoostedTrees.Embedded<FollowUpFeature>("followup.trees")));

    public static FollowUpModel Embedded => Known.Value;

    /// <summary>The words to add, in the order of the conversation.</summary>
    public IReadOnlyList<HistoryTerm> Choose(FollowUpShape shape, History history)
    {
        HistoryTerm[] candidates = Candidates(shape, history);
        double[] likely = trees.Predict(FollowUpFeatureReader.Read(shape, history, candidates));
        Phrase[] phrases = [.. Enumerable.Range(0, candidates.Length)
            .GroupBy(i => PhraseOf(candidates[i], i))
            .Select(words => new Phrase([.. words], Math.Clamp(words.Average(i => likely[i]), 0.001, 0.999)))
            .OrderByDescending(phrase => phrase.Likely)
            .ThenBy(phrase => phrase.Words[0])
            .Take(MostPhrases)];
        double others = likely.Sum(p => Math.Max(0, p)) - phrases.Sum(phrase => phrase.Words.Length * phrase.Likely);
        return [.. phrases.Take(BestCount(phrases, Math.Max(0, others))).SelectMany(phrase => phrase.Words).Order().Select(i => candidates[i])];
    }

    public static HistoryTerm[] Candidates(FollowUpShape shape, History history) =>
        [.. history.Terms.Where(term => !shape.Has(term.Term.Hash))];

    // The words of a name are meant together or not at all.
    private static int PhraseOf(HistoryTerm term, int index)
    {
        HistoryTerm.Mention first = term.Mentions[0];
        return first is { Utterance: 0, Bracketed: false } ? -1 : first.Name >= 0 ? -2 - first.Name : index;
    }

    // So many of the likeliest phrases as make the expected F1 highest, over all ways in which they may be meant or not; adding
    // none counts as right if none was meant.
    private static int BestCount(Phrase[] phrases, double others)
    {
        double[] expected = new double[phrases.Length + 1];
        for (int meant = 0; meant < 1 << phrases.Length; meant++)
        {
            (double chance, double wanted) = (1, meant == 0 ? 0 : others);
            for (int i = 0; i < phrases.Length; i++)
            {
                bool isMeant = (meant >> i & 1) != 0;
                chance *= isMeant ? phrases[i].Likely : 1 - phrases[i].Likely;
                wanted += isMeant ? phrases[i].Words.Length : 0;
            }

            expected[0] += wanted > 0 ? 0 : chance;
            (int added, int had) = (0, 0);
            for (int count = 1; count <= phrases.Length; count++)
            {
                int words = phrases[count - 1].Words.Length;
                added += words;
                had += (meant >> (count - 1) & 1) != 0 ? words : 0;
                expected[count] += chance * 2 * had / (added + wanted);
            }
        }

        return Array.IndexOf(expected, expected.Max());
    }

    private readonly record struct Phrase(int[] Words, double Likely);
}
