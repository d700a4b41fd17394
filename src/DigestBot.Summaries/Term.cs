namespace DigestBot.Summaries;

/// <summary>A folded token with its stem; the stem of a stop word is empty.</summary>
/// <param name="Token">As it stands in the text, folded.</param>
/// <param name="Stem">With the mark of its language in front, if that is not <see cref="TextLanguage.General"/>.</param>
/// <param name="Hash">Of the stem.</param>
/// <param name="Stemmed">False for what is kept as a name.</param>
/// <param name="Language">Whose rules it was stemmed by.</param>
internal sealed record Term(string Token, string Stem, uint Hash, bool Stemmed, TextLanguage Language)
{
    /// <summary>The stem without the mark.</summary>
    public ReadOnlySpan<char> Bare => Stem.AsSpan(Language == TextLanguage.General || IsStopWord ? 0 : Lexicon.MarkLength);

    public bool IsStopWord => Stem.Length == 0;
}
