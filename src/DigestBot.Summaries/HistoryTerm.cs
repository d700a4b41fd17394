namespace DigestBot.Summaries;

/// <summary>A word of a conversation that a follow-up question may mean, and where it was said.</summary>
internal sealed class HistoryTerm(Term term, string word)
{
    public Term Term => term;

    /// <summary>As it was written first.</summary>
    public string Word => word;

    public List<Mention> Mentions { get; } = [];

    /// <summary>Where a word stands.</summary>
    /// <param name="Utterance">Of which utterance.</param>
    /// <param name="Place">Among the words there that say something.</param>
    /// <param name="Word">Among all words there.</param>
    /// <param name="Capital">Whether it is written with a capital.</param>
    /// <param name="Bracketed">Whether it stands in brackets.</param>
    /// <param name="Name">The name that it belongs to: a number of its own in the conversation, or -1.</param>
    /// <param name="Behind">What stands before it, as in <see cref="FollowUpWords.Before"/>.</param>
    internal readonly record struct Mention(int Utterance, int Place, int Word, bool Capital, bool Bracketed, int Name, int Behind);
}
