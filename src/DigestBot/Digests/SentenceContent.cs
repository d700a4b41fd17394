using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>A sentence by the stems of its words, to tell whether another one has told the same.</summary>
/// <remarks>
/// Leaving out news is worse than telling something twice. So what repeats has hardly a word of its own, and no number: of two
/// sentences on a strike, "ended" may be all that differs, or "14".
/// </remarks>
internal sealed class SentenceContent(string sentence)
{
    // One new word in six is the choice of words; one in five is told apart, as in "The ferry strike in Nordhavn ended".
    private const int WordsForOneNew = 6;

    private readonly uint[] _terms = TextAnalyzer.Vector("", sentence).Hashes.ToArray();

    /// <summary>Whether whoever has read the other learns nothing from this one.</summary>
    public bool Repeats(SentenceContent other)
    {
        if (_terms.Length == 0)
        {
            return false;
        }

        int own = 0;
        foreach (uint term in _terms)
        {
            if (Array.BinarySearch(other._terms, term) < 0)
            {
                own++;
                if (own * WordsForOneNew > _terms.Length || NumberTerms.Contains(term))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
