using System.Text.Json.Serialization;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>What a channel is talking about: the digest on screen and what was asked so far, oldest first.</summary>
internal sealed record Conversation(string? DigestId, IReadOnlyList<ConversationTurn> Turns)
{
    // Older turns no longer say what a question is about.
    private const int KeptTurns = 10;

    public static Conversation Empty { get; } = new(null, []);

    /// <summary>The last question; null where nothing was asked.</summary>
    [JsonIgnore]
    public ConversationTurn? LastAsked => Turns.LastOrDefault(turn => turn.Story is null);

    /// <summary>The same, one turn on.</summary>
    public Conversation With(ConversationTurn turn) => this with { Turns = [.. Turns.Append(turn).TakeLast(KeptTurns)] };
}

/// <summary>One question and where its answer stands. No text of an article is kept, so that none can outlive it.</summary>
/// <param name="Question">As it was asked, or what was searched for where the question says nothing by itself.</param>
/// <param name="Begins">Whether it stood by itself and was answered, or nearly: what was said before it is another subject.</param>
/// <param name="Quotes">The answer, best first; empty where there was none.</param>
internal sealed record ConversationTurn(string Question, bool Begins, IReadOnlyList<QuotedRange> Quotes)
{
    /// <summary>Where it was looked; null for everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TurnScope? Scope { get; init; }

    /// <summary>What was searched for; null where that is the question.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Query { get; init; }

    /// <summary>Id of a story that was shown: then nothing was asked, and the question is empty. Null for a question.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }
}

/// <summary>Where a question was looked for, so that it can be asked again.</summary>
/// <param name="Topic">Name of a topic; null for anything.</param>
/// <param name="Seconds">How far back; null for everything.</param>
/// <param name="Language">Code of a language; null for any.</param>
/// <param name="Outlet">Sources as they were named; null for any.</param>
internal sealed record TurnScope(string? Topic, long? Seconds, string? Language, string? Outlet)
{
    public static TurnScope Everywhere { get; } = new(null, null, null, null);

    [JsonIgnore]
    public TimeSpan? Since => Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}

/// <summary>A sentence by its place.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Start">Offset in UTF-16 code units of its text.</param>
/// <param name="Length">Length in the same.</param>
internal sealed record QuotedRange(long Article, int Start, int Length)
{
    public static QuotedRange Of(Citation quote) => new(ArticleId.TryParse(quote.Article.Id, out long id) ? id : 0, quote.Start, quote.Length);
}
