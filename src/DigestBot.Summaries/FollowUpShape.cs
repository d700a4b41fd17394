namespace DigestBot.Summaries;

/// <summary>How a question leans on what was said before it.</summary>
internal sealed class FollowUpShape
{
    private readonly List<uint> _terms = [];
    private readonly List<bool> _definite = [];

    public FollowUpShape(string question)
    {
        bool keepNames = TextAnalyzer.HasLowerCase(question), behindThe = false;
        var reader = new TermReader(question);
        while (reader.MoveNext() && Words < Question.MaxTerms)
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            Lean(reader.Folded);
            bool capital = char.IsUpper(question[reader.Start]) && Words > 0;
            Words++;
            BehindPronoun++;
            if (!term.IsStopWord)
            {
                _terms.Add(term.Hash);
                Names += capital ? 1 : 0;
                Definite |= behindThe;
                _definite.Add(behindThe);
            }

            behindThe = reader.Folded is "the" or "this" or "that" or "these" or "those";
        }
    }

    public IReadOnlyList<uint> Terms => _terms;

    public int Words { get; private set; }

    public int Names { get; private set; }

    public int Pronoun { get; private set; }

    public int Pointer { get; private set; }

    /// <summary>Whether it begins "is there" or "are there", which points nowhere, and points nowhere else.</summary>
    public bool AsksWhether { get; private set; }

    public int Word { get; private set; }

    /// <summary>Words behind its last pronoun, all of them if it has none.</summary>
    public int BehindPronoun { get; private set; }

    public bool Possessive { get; private set; }

    public bool AsksOthers { get; private set; }

    public bool AsksOfArticle { get; private set; }

    public bool Definite { get; private set; }

    /// <summary>Whether it has this word behind the.</summary>
    public bool HasDefinite(uint hash) => _terms.IndexOf(hash) is >= 0 and var at && _definite[at];

    public bool Has(uint hash) => _terms.Contains(hash);

    private void Lean(ReadOnlySpan<char> word)
    {
        Word = Words == 0 ? FollowUpWords.QuestionWord(word) : Word;
        int pronoun = FollowUpWords.Pronoun(word);
        if (pronoun > 0)
        {
            Possessive = Pronoun == 0 ? FollowUpWords.IsPossessive(word) : Possessive;
            Pronoun = Pronoun == 0 ? pronoun : Pronoun;
            BehindPronoun = -1;
        }

        bool asksWhether = Words == 1 && Word == FollowUpWords.Is && word is "there";
        AsksWhether = asksWhether || (AsksWhether && FollowUpWords.Pointer(word) == 0);
        Pointer = Pointer == 0 ? FollowUpWords.Pointer(word) : Pointer;
        AsksOthers |= FollowUpWords.AsksOthers(word);
        AsksOfArticle |= FollowUpWords.IsArticle(word);
    }
}
