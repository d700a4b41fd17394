namespace DigestBot.Summaries;

/// <summary>What a question asks: its content terms in order, and the kind of answer.</summary>
internal sealed class Question
{
    /// <summary>Further terms of a longer question are not looked at: a set of terms is one 64-bit number.</summary>
    public const int MaxTerms = 64;

    private readonly List<Term> _terms = [];
    private readonly List<bool> _names = [];

    public Question(string text)
    {
        bool keepNames = TextAnalyzer.HasLowerCase(text);
        var reader = new TermReader(text);
        bool first = true;
        string questionWord = string.Empty;
        while (reader.MoveNext() && _terms.Count < MaxTerms)
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            bool measure = questionWord == "how" && AnswerCues.IsMeasure(reader.Folded);
            Expected |= questionWord.Length > 0 && Expected == AnswerType.Any
                ? AnswerCues.Asked(questionWord, reader.Folded)
                : AnswerType.Any;
            questionWord = term.Token;
            if (!term.IsStopWord && !measure && IndexOf(term.Hash) < 0)
            {
                bool capital = char.IsUpper(text[reader.Start]) && !first;
                _terms.Add(term);
                _names.Add(capital || char.IsAsciiDigit(term.Stem[0]));
            }

            first = false;
        }
    }

    public AnswerType Expected { get; }

    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Whether the term is a name or a number, which an answer can hardly do without.</summary>
    public bool IsName(int index) => _names[index];

    public int IndexOf(uint hash)
    {
        for (int i = 0; i < _terms.Count; i++)
        {
            if (_terms[i].Hash == hash)
            {
                return i;
            }
        }

        return -1;
    }
}
