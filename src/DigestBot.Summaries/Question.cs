namespace DigestBot.Summaries;

/// <summary>What a question asks: its content terms in order, and the kind of answer.</summary>
internal sealed class Question
{
    /// <summary>Further terms of a longer question are not looked at: a set of terms is one 64-bit number.</summary>
    public const int MaxTerms = 64;

    private const double RarestShare = 0.0002;
    private const int SameBeginning = 5;

    private readonly List<Term> _terms = [];
    private readonly List<Term?[]> _forms = [];
    private readonly List<uint[]> _irregular = [];
    private readonly List<bool> _names = [];
    private readonly List<double> _newsWeights = [];

    public Question(string text)
    {
        bool keepNames = TextAnalyzer.HasLowerCase(text);
        TextLanguage language = LanguageFinder.OfQuestion(text);
        var reader = new TermReader(text, language);
        bool first = true;
        string questionWord = string.Empty;
        while (reader.MoveNext() && _terms.Count < MaxTerms)
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            bool asks = questionWord switch
            {
                "how" => AnswerCues.IsMeasure(reader.Folded),
                "what" => reader.Folded is "happened" or "happens",
                _ => false,
            };
            Expected |= questionWord.Length > 0 && Expected == AnswerType.Any
                ? AnswerCues.Asked(questionWord, reader.Folded)
                : AnswerType.Any;
            AsksDefinition |= questionWord is "what" or "who" && term.Token is "is" or "was" or "are" or "were" && _terms.Count == 0;
            questionWord = term.Token;
            if (!QueryForms.IsLeftOut(term, language) && !asks && IndexOf(term) < 0)
            {
                bool capital = char.IsUpper(text[reader.Start]) && !first;
                _terms.Add(term);
                _forms.Add(QueryForms.Of(term));
                _irregular.Add(capital ? [] : [.. EnglishIrregulars.Of(term).Select(stem => StemHash.Of(stem))]);
                _newsWeights.Add(-Math.Log(CommonStems.ShareOf(term.Hash) + RarestShare));
                _names.Add(capital || char.IsAsciiDigit(term.Stem[0]));
            }

            Denies |= reader.Folded is "not" or "never" or "no" or "cannot" or "without" or "didnt" or "doesnt" or "isnt" or "wasnt" or "cant" or "dont";
            Words++;
            first = false;
        }
    }

    public AnswerType Expected { get; }

    /// <summary>Whether it asks for what is not.</summary>
    public bool Denies { get; }

    public int Words { get; }

    /// <summary>Whether it asks what or who something is.</summary>
    public bool AsksDefinition { get; }

    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Whether the term is a name or a number, which an answer can hardly do without.</summary>
    public bool IsName(int index) => _names[index];

    /// <summary>How much a term says in English news.</summary>
    public double NewsWeight(int index) => _newsWeights[index];

    /// <summary>A bit for each term that begins as this one does: election and elected.</summary>
    public ulong Similar(ReadOnlySpan<char> stem)
    {
        ulong similar = 0;
        for (int i = 0; i < _terms.Count && stem.Length >= SameBeginning; i++)
        {
            similar |= _terms[i].Stem.AsSpan().StartsWith(stem[..SameBeginning]) ? 1UL << i : 0;
        }

        return similar;
    }

    /// <summary>Which of its terms a term of a passage is, -1 for none.</summary>
    public int IndexOf(Term term)
    {
        for (int i = 0; i < _forms.Count; i++)
        {
            if (_forms[i][(int)term.Language]?.Hash == term.Hash || _irregular[i].AsSpan().Contains(term.Hash))
            {
                return i;
            }
        }

        return -1;
    }
}
