namespace DigestBot.Summaries;

/// <summary>Splits sources into candidate sentences over one vocabulary.</summary>
internal sealed class CandidateReader
{
    // English news has some 40 %; German, French or Spanish, which share "in", "a" or "an", have below 15 %.
    private const double LeastStopWords = 0.25;

    private readonly List<int> _terms = new(64);
    private readonly List<int> _figures = [];
    private int _words;
    private int _stopWords; // English ones

    public Vocabulary Vocabulary { get; } = new();

    public List<Candidate> Candidates { get; } = new(64);

    /// <summary>Whether so many of the words are English stop words that the texts must be English.</summary>
    public bool IsEnglish => _stopWords > _words * LeastStopWords;

    /// <summary>Of the first source.</summary>
    public TextLanguage? Language { get; private set; }

    public void Read(SourceText source, int index)
    {
        string text = source.Text;
        TextLanguage language = LanguageFinder.Of(source.Title ?? "", text, source.Language);
        Language ??= language;
        bool keepNames = TextAnalyzer.HasLowerCase(text);
        bool caseless = !keepNames || !text.AsSpan().ContainsAnyInRange('A', 'Z');
        int position = 0;
        Candidate? before = null;
        foreach (TextSpan span in SentenceSplitter.Split(text))
        {
            ReadOnlySpan<char> sentence = text.AsSpan(span.Start, span.Length);
            int[] terms = span.Length > SentenceGrader.MaxLength ? [] : Terms(sentence, keepNames, language);
            SentenceGrade grade = SentenceGrader.Grade(sentence, terms.Length, caseless);
            Candidate? candidate = grade == SentenceGrade.Debris ? null : Make(index, position, span, sentence, terms, grade, before);
            if (candidate is not null)
            {
                Candidates.Add(candidate);
                position += grade == SentenceGrade.Quotable ? 1 : 0;
            }

            before = grade == SentenceGrade.Quotable ? candidate : null;
        }
    }

    /// <summary>Numbers of the terms of a source's headline, each once; -1 where no sentence has the term.</summary>
    public int[] OfTitle(SourceText source) => string.IsNullOrEmpty(source.Title)
        ? []
        : [.. InOrder(source.Title, LanguageFinder.Of(source.Title, source.Text, source.Language)).Distinct()];

    /// <summary>Numbers of the terms of a query, each once, in whatever languages the sentences are; -1 where none has the term.</summary>
    public int[] OfQuery(string? query)
    {
        var numbers = new List<int>();
        foreach (QueryTerm term in QueryForms.Terms(query ?? ""))
        {
            int before = numbers.Count;
            numbers.AddRange(term.Forms.Select(form => Vocabulary.Find(StemHash.Of(form))).Where(number => number >= 0));
            numbers.AddRange(numbers.Count == before ? [-1] : []);
        }

        return [.. numbers.Distinct()];
    }

    /// <summary>Numbers of the terms of a sentence that was told before, in order, repetitions kept; -1 where no sentence has the term.</summary>
    public int[] InOrder(string? text) => InOrder(text, Language ?? TextLanguage.General);

    private int[] InOrder(string? text, TextLanguage language)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        _terms.Clear();
        bool keepNames = TextAnalyzer.HasLowerCase(text);
        var reader = new TermReader(text, language);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames, language);
            if (!term.IsStopWord)
            {
                _terms.Add(Vocabulary.Find(term.Hash));
            }
        }

        return [.. _terms];
    }

    private Candidate Make(
        int index, int position, TextSpan span, ReadOnlySpan<char> sentence, int[] terms, SentenceGrade grade, Candidate? before)
    {
        bool leans = Dependence.Leans(sentence);
        return new Candidate(index, position, span, SentenceSurface.Of(sentence), terms, grade)
        {
            Leans = leans,
            Depends = leans || Dependence.IsBareQuotation(sentence),
            IsHalfQuoted = Dependence.IsHalfQuoted(sentence),
            Before = before,
            Figures = _figures.Count > 0 ? [.. _figures] : [],
        };
    }

    private int[] Terms(ReadOnlySpan<char> sentence, bool keepNames, TextLanguage language)
    {
        _terms.Clear();
        _figures.Clear();
        var reader = new TermReader(sentence, language);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames, language);
            _words++;
            if (term.IsStopWord)
            {
                _stopWords += reader.Folded[0] <= 'z' && term.Language == TextLanguage.General ? 1 : 0;
            }
            else
            {
                int number = Vocabulary.NumberOf(term.Hash);
                _terms.Add(number);
                if (IsFigure(reader.Folded))
                {
                    _figures.Add(number);
                }
            }
        }

        return [.. _terms];
    }

    // A figure that two sentences have is one fact told twice; a year, a day or "3" is not.
    private static bool IsFigure(ReadOnlySpan<char> folded) =>
        char.IsAsciiDigit(folded[0])
        && folded.Length >= 3
        && !(folded.Length == 4 && (folded.StartsWith("19") || folded.StartsWith("20")));
}
