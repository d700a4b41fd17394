namespace DigestBot.Store;

/// <summary>What a channel is talking about: the digest on screen and what was asked so far, oldest first.</summary>
internal sealed record Conversation(string? DigestId, IReadOnlyList<ConversationTurn> Turns)
{
    public static Conversation Empty { get; } = new(null, []);
}

/// <summary>One question and where its answer stands. No text of an article is kept, so that none can outlive it.</summary>
/// <param name="Question">As it was asked, or what was searched for where the question says nothing by itself.</param>
/// <param name="Begins">Whether it stood by itself and was answered, or nearly: what was said before it is another subject.</param>
/// <param name="Quotes">The answer, best first; empty where there was none.</param>
internal sealed record ConversationTurn(string Question, bool Begins, IReadOnlyList<QuotedRange> Quotes);

/// <summary>A sentence by its place.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Start">Offset in UTF-16 code units of its text.</param>
/// <param name="Length">Length in the same.</param>
internal sealed record QuotedRange(long Article, int Start, int Length);
