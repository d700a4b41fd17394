namespace DigestBot.Summaries;

/// <summary>Who said what: questions after it, and sentences that tell it. English.</summary>
public static class Attribution
{
    /// <summary>Whether a question asks who said what was just quoted: "Who said that?", "Says who?"</summary>
    /// <param name="question">As it was asked.</param>
    /// <returns>False for a question that says what was said: it can be looked for.</returns>
    /// <exception cref="ArgumentNullException">The question is null.</exception>
    public static bool IsAskedBy(string question)
    {
        ArgumentNullException.ThrowIfNull(question);

        bool who = false, said = false;
        var reader = new TermReader(question);
        while (reader.MoveNext())
        {
            who |= reader.Folded is "who";
            said |= reader.Folded is "said" or "say" or "says" or "told" or "tells";
            if (!Lexicon.Find(ref reader, keepNames: false).IsStopWord && reader.Folded is not ("told" or "tells"))
            {
                return false;
            }
        }

        return who && said;
    }

    /// <summary>Whether a sentence says who said it, by name or office: "…, the ministry said", not "It also says …".</summary>
    /// <param name="sentence">One sentence.</param>
    /// <exception cref="ArgumentNullException">The sentence is null.</exception>
    public static bool IsIn(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);

        return SentenceSurface.Of(sentence).Attributes && !Dependence.Leans(sentence);
    }
}
