namespace DigestBot.Summaries;

/// <summary>The stems that a word of a question may have in an article, since a question is too short to tell its language.</summary>
internal static class QueryForms
{
    public const int Languages = (int)TextLanguage.Dutch + 1;

    /// <summary>The word in each language, at the language's place; null where it is a stop word, or no other than in general.</summary>
    public static Term?[] Of(Term term)
    {
        var forms = new Term?[Languages];
        forms[0] = term;
        for (int i = 1; i < Languages; i++)
        {
            Term form = Lexicon.Find(term.Token, !term.Stemmed, (TextLanguage)i);
            forms[i] = form.IsStopWord || form.Language == TextLanguage.General ? null : form;
        }

        return forms;
    }

    /// <summary>Every stem that an article may hold for the word, its own first.</summary>
    /// <param name="term">The word.</param>
    /// <param name="isName">Whether it is written as a name, which has no other forms: Drew Barrymore.</param>
    public static IEnumerable<string> StemsOf(Term term, bool isName) =>
        Of(term).OfType<Term>().Select(form => form.Stem).Concat(isName ? [] : EnglishIrregulars.Of(term));

    /// <summary>Whether a word is left out of a question: an English stop word, or one of the language that the question seems to be in.</summary>
    public static bool IsLeftOut(Term term, TextLanguage language) =>
        term.IsStopWord || (language != TextLanguage.General && term.Stemmed && LatinStopWords.Contains(term.Token, language));

    /// <summary>The words of a question that say something, each once.</summary>
    public static IReadOnlyList<QueryTerm> Terms(string question)
    {
        TextLanguage language = LanguageFinder.OfQuestion(question);
        var terms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var order = new List<string>();
        bool keepNames = TextAnalyzer.HasLowerCase(question);
        var reader = new TermReader(question, language);
        for (bool first = true; reader.MoveNext(); first = false)
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            if (IsLeftOut(term, language))
            {
                continue;
            }

            if (!terms.TryGetValue(term.Stem, out List<string>? forms))
            {
                terms[term.Stem] = forms = [];
                order.Add(term.Stem);
            }

            forms.AddRange(StemsOf(term, isName: !first && char.IsUpper(question[reader.Start])).Where(form => !forms.Contains(form)));
        }

        return [.. order.Select(stem => new QueryTerm(stem, terms[stem]))];
    }
}
