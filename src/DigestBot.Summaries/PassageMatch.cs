namespace DigestBot.Summaries;

/// <summary>What one passage has of a question.</summary>
/// <param name="Terms">A bit for each term of the question that it has.</param>
/// <param name="Pairs">A bit for each term of the question that is followed closely by the question's next term.</param>
/// <param name="Offered">Kinds of answer that its other words offer.</param>
internal readonly record struct PassageMatch(ulong Terms, ulong Pairs, AnswerType Offered)
{
    private const int MaxGap = 2;

    public static PassageMatch Of(string passage, Question question)
    {
        ulong terms = 0, pairs = 0;
        int last = -1, sinceLast = 0;
        AnswerType offered = AnswerType.Any;
        bool keepNames = TextAnalyzer.HasLowerCase(passage), first = true, afterPreposition = false;
        var reader = new TermReader(passage);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            int index = term.IsStopWord ? -1 : question.IndexOf(term.Hash);
            if (index < 0)
            {
                bool capital = char.IsUpper(passage[reader.Start]) && (!first || !term.IsStopWord);
                offered |= AnswerCues.Offered(reader.Folded, capital && !term.IsStopWord, afterPreposition);
            }

            afterPreposition = AnswerCues.IsPlacePreposition(reader.Folded);
            first = false;
            if (term.IsStopWord)
            {
                continue;
            }

            sinceLast++;
            if (index >= 0)
            {
                terms |= 1UL << index;
                pairs |= index == last + 1 && last >= 0 && sinceLast <= MaxGap ? 1UL << last : 0;
                (last, sinceLast) = (index, 0);
            }
        }

        return new PassageMatch(terms, pairs, offered);
    }
}
