namespace DigestBot.Summaries;

/// <summary>Reads one passage once, beside a question.</summary>
internal ref struct PassageMatcher(string passage, Question question, TextLanguage language)
{
    /// <summary>A kind of answer that does not stand near any word of the question.</summary>
    public const int Far = 30;

    private const int MaxGap = 2;

    private ulong _terms;
    private ulong _pairs;
    private AnswerType _offered;
    private int _length;
    private int _matches;
    private int _lastIndex = -1;
    private int _run;
    private int _longestRun;
    private int _first = -1;
    private int _last = -1;
    private int _numbers;
    private int _names;
    private int _kindAt = -1;
    private int _distance = Far;
    private ulong _similar;
    private int _name;
    private int _longestName;
    private AnswerNeighbourhood? _offers;

    public PassageMatch Read()
    {
        bool keepNames = TextAnalyzer.HasLowerCase(passage), first = true, afterPreposition = false, afterBeing = false, defines = false;
        var reader = new TermReader(passage, language);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames, language);
            ReadOnlySpan<char> word = reader.Folded;
            int index = term.IsStopWord ? -1 : question.IndexOf(term);
            if (index < 0)
            {
                bool capital = !term.IsStopWord && char.IsUpper(passage[reader.Start]);
                _similar |= term.IsStopWord ? 0 : question.Similar(term.Bare);
                Offer(AnswerCues.Offered(word, capital, afterPreposition), char.IsAsciiDigit(word[0]), capital && !first);
            }

            _name = index < 0 && !first && !term.IsStopWord && char.IsUpper(passage[reader.Start]) ? _name + 1 : 0;
            _longestName = Math.Max(_longestName, _name);
            defines |= afterBeing && word is "a" or "an" or "the" or "one";
            afterBeing = word is "is" or "was" or "are" or "were";
            afterPreposition = AnswerCues.IsPlacePreposition(word);
            first = false;
            if (!term.IsStopWord)
            {
                Match(index);
                _length++;
            }
        }

        return Result(defines);
    }

    private void Offer(AnswerType offered, bool number, bool name)
    {
        _offered |= offered;
        _numbers += number ? 1 : 0;
        _names += name ? 1 : 0;
        if ((offered & question.Expected) != 0)
        {
            _kindAt = _length;
            (_offers ??= new(question)).AddOffer(_length);
            _distance = _last < 0 ? _distance : Math.Min(_distance, _length - _last);
        }
    }

    private void Match(int index)
    {
        if (index < 0)
        {
            return;
        }

        bool next = index == _lastIndex + 1 && _lastIndex >= 0;
        _terms |= 1UL << index;
        (_offers ??= new(question)).AddTerm(_length, index);
        _pairs |= next && _length - _last <= MaxGap ? 1UL << _lastIndex : 0;
        _run = next && _length - _last == 1 ? _run + 1 : 1;
        _longestRun = Math.Max(_longestRun, _run);
        _distance = _kindAt < 0 ? _distance : Math.Min(_distance, _length - _kindAt);
        _first = _first < 0 ? _length : _first;
        (_last, _lastIndex) = (_length, index);
        _matches++;
    }

    private readonly PassageMatch Result(bool defines) => new()
    {
        Terms = _terms,
        Pairs = _pairs,
        Similar = _terms | _similar,
        LongestName = _longestName,
        Offered = _offered,
        Length = _length,
        Matches = _matches,
        LongestRun = _longestRun,
        First = _first,
        Last = _last,
        OtherNumbers = _numbers,
        OtherNames = _names,
        KindDistance = _distance,
        Defines = defines,
        Around = _offers?.Around() ?? 0,
        FocusGap = _offers?.FocusGap() ?? Far,
        Leans = Dependence.Leans(passage),
    };
}
