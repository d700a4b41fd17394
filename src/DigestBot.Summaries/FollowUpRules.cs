namespace DigestBot.Summaries;

/// <summary>The way without training: a question that leans on the conversation gets the title and the words of the last question.</summary>
internal static class FollowUpRules
{
    // With fewer words of its own a question seldom says what it is about.
    private const int WholeQuestion = 3;
    private const int And = 10;

    // Share of articles: "flood" and "animals" are seldom, "kill" and "people" are not.
    private const float Seldom = 0.06f;

    /// <summary>Whether a question names something and nothing of it was said before: the subject is another.</summary>
    public static bool IsOtherSubject(FollowUpShape shape, History history) =>
        shape is { Pronoun: 0, Pointer: 0, Names: > 0 } or { Pronoun: 0, AsksWhether: true, Names: > 0 } && shape.Terms.Count >= WholeQuestion
        && history.Terms.TrueForAll(term => !shape.Has(term.Term.Hash));

    /// <summary>Whether a question that does not point back has a name, or a word seldom in news, that is not known there.</summary>
    public static bool NamesAnother(string question, Predicate<string> isKnown)
    {
        var shape = new FollowUpShape(question);
        return shape.Pronoun == 0 && shape.Pointer is 0 or 3 or 4 && Telling(question).Any(word => !word.Forms.Any(isKnown.Invoke));
    }

    /// <summary>Names, and words seldom in news.</summary>
    public static IEnumerable<string> SubjectOf(string question) => Telling(question).Select(word => word.Written);

    private static List<(string Written, IReadOnlyList<string> Forms)> Telling(string question)
    {
        List<(string, IReadOnlyList<string>)> telling = [];
        TextLanguage language = LanguageFinder.OfQuestion(question);
        bool keepNames = TextAnalyzer.HasLowerCase(question), first = true;
        var reader = new TermReader(question, language);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            bool isName = !first && char.IsUpper(question[reader.Start]);
            if (!QueryForms.IsLeftOut(term, language) && (isName || CommonStems.ShareOf(term.Hash) < Seldom))
            {
                telling.Add((question[reader.Start..reader.End], [.. QueryForms.StemsOf(term, isName)]));
            }

            first = false;
        }

        return telling;
    }

    public static IReadOnlyList<HistoryTerm> Choose(FollowUpShape shape, History history)
    {
        bool leans = shape.Pronoun > 0 || shape.Pointer > 0 || shape.Word == And || shape.Terms.Count < WholeQuestion;
        if (!leans)
        {
            return [];
        }

        Speaker second = history.Turns > 0 ? Speaker.Question : Speaker.Section;
        return [.. history.Terms.Where(term => !shape.Has(term.Term.Hash) && !AnswerCues.IsMeasure(term.Term.Token) && term.Mentions.Exists(mention => Is(history, mention, second)))];
    }

    private static bool Is(History history, HistoryTerm.Mention mention, Speaker second) =>
        history.Utterances[mention.Utterance] is { } said
        && (said.Speaker == Speaker.Title || (said.Speaker == second && said.Since == 0));
}
