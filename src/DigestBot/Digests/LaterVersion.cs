using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>The text of an article after it was edited, to tell what became of a sentence.</summary>
internal sealed class LaterVersion
{
    /// <summary>Sentences with less in common tell of other things.</summary>
    private const double Near = 0.6;

    /// <summary>A text that keeps less of the earlier one is another rendering of the article: nothing was taken back.</summary>
    private const double Edited = 0.5;

    // An article that says nearly the same a thousand times over is not worth the time.
    private const int MostWeighed = 20;

    private readonly TextSpan[] _sentences;
    private readonly List<string> _words = [];
    private readonly HashSet<int> _ends = [];
    private readonly int[] _begins;

    public LaterVersion(string text)
    {
        Text = text;
        _sentences = [.. SentenceSplitter.Split(text)];
        _begins = new int[_sentences.Length];
        for (int i = 0; i < _sentences.Length; i++)
        {
            _begins[i] = _words.Count;
            _words.AddRange(SentenceWords.Of(_sentences[i].Of(text)));
            _ends.Add(_words.Count);
        }
    }

    public string Text { get; }

    /// <summary>Where the sentence stands, beginning and ending where sentences do; null where it does not.</summary>
    public TextSpan? Find(string sentence)
    {
        IReadOnlyList<string> words = SentenceWords.Of(sentence);
        for (int i = 0; i < _sentences.Length && words.Count > 0; i++)
        {
            int end = _begins[i] + words.Count;
            if (_ends.Contains(end) && words.SequenceEqual(_words.Skip(_begins[i]).Take(words.Count)))
            {
                int last = Array.FindLastIndex(_begins, begin => begin < end);
                return new TextSpan(_sentences[i].Start, _sentences[last].End - _sentences[i].Start);
            }
        }

        return null;
    }

    /// <summary>The sentence that comes nearest to one of an earlier version; null where none does.</summary>
    /// <param name="sentence">As it stood there.</param>
    /// <param name="earlier">That version: what stood there as well has not taken the sentence's place.</param>
    public TextSpan? Nearest(string sentence, LaterVersion earlier)
    {
        uint[] terms = TextAnalyzer.Vector("", sentence).Hashes.ToArray();
        return _sentences.Select(span => (Likeness: Likeness(terms, span.Of(Text)), Sentence: (TextSpan?)span))
            .Where(other => other.Likeness >= Near)
            .OrderByDescending(other => other.Likeness)
            .Take(MostWeighed)
            .FirstOrDefault(other => earlier.Find(other.Sentence!.Value.Of(Text)) is null).Sentence;
    }

    /// <summary>Whether this is the earlier version edited, and not another rendering of it such as its first lines.</summary>
    /// <param name="earlier">The text.</param>
    /// <param name="without">A place in it that is no matter.</param>
    public bool IsEditOf(string earlier, TextSpan without)
    {
        List<string> words = TextOverlap.Words(earlier.Remove(without.Start, without.Length));
        return words.Count > 0 && TextOverlap.Contained(words, TextOverlap.Words(Text)) >= Edited;
    }

    private static double Likeness(uint[] terms, string sentence)
    {
        ReadOnlySpan<uint> others = TextAnalyzer.Vector("", sentence).Hashes;
        int shared = 0;
        foreach (uint term in others)
        {
            shared += Array.BinarySearch(terms, term) >= 0 ? 1 : 0;
        }

        return terms.Length + others.Length == 0 ? 0 : 2.0 * shared / (terms.Length + others.Length);
    }
}
