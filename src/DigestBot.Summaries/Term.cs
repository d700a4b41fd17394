namespace DigestBot.Summaries;

/// <summary>A folded token with its stem; the stem of a stop word is empty.</summary>
internal sealed record Term(string Token, string Stem, uint Hash, bool Stemmed)
{
    public bool IsStopWord => Stem.Length == 0;
}
