namespace DigestBot.Summaries;

/// <summary>Splits sources into candidate sentences over one vocabulary.</summary>
internal sealed class CandidateReader
{
    // English news has some 40 %; German, French or Spanish, which share "in", "a" or "an", have below 15 %.
    private const double LeastStopWords = 0.25;

    private readonly List<int> _terms = new(64);
    private int _words;
    private int _stopWords;

    public Vocabulary Vocabulary { get; } = new();

    public List<Candidate> Candidates { get; } = new(64);

    /// <summary>Whether so many of the words are English stop words that the texts must be English.</summary>
    public bool IsEnglish => _stopWords > _words * LeastStopWords;

    public void Read(SourceText source, int index)
    {
        string text = source.Text;
        bool keepNames = TextAnalyzer.HasLowerCase(text);
        bool caseless = !keepNames || !text.AsSpan().ContainsAnyInRange('A', 'Z');
        int position = 0;
        foreach (TextSpan span in SentenceSplitter.Split(text))
        {
            ReadOnlySpan<char> sentence = text.AsSpan(span.Start, span.Length);
            int[] terms = span.Length > SentenceGrader.MaxLength ? [] : Terms(sentence, keepNames);
            SentenceGrade grade = SentenceGrader.Grade(sentence, terms.Length, caseless);
            if (grade == SentenceGrade.Debris)
            {
                continue;
            }

            Candidates.Add(new Candidate(index, position, span, SentenceSurface.Of(sentence), terms, grade)
            {
                Leans = SentenceGrader.Leans(sentence),
            });
            position += grade == SentenceGrade.Quotable ? 1 : 0;
        }
    }

    /// <summary>Numbers of the terms of a headline or a query; -1 where no sentence has the term.</summary>
    public int[] Known(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        _terms.Clear();
        bool keepNames = TextAnalyzer.HasLowerCase(text);
        var reader = new TermReader(text);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            if (!term.IsStopWord)
            {
                _terms.Add(Vocabulary.Find(term.Hash));
            }
        }

        return [.. _terms.Distinct()];
    }

    private int[] Terms(ReadOnlySpan<char> sentence, bool keepNames)
    {
        _terms.Clear();
        var reader = new TermReader(sentence);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            _words++;
            if (term.IsStopWord)
            {
                _stopWords++;
            }
            else
            {
                _terms.Add(Vocabulary.NumberOf(term.Hash));
            }
        }

        return [.. _terms];
    }
}
