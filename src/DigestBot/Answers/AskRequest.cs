using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>One question with what it is asked about.</summary>
/// <param name="Space">Who asks, and so what may be seen.</param>
/// <param name="Question">As it was asked.</param>
/// <param name="Topic">Words that every article must hold; null for any.</param>
/// <param name="Since">How far back; null for everything.</param>
/// <param name="Context">The digest on screen, or null.</param>
/// <param name="Earlier">Earlier questions of the conversation, oldest first.</param>
internal sealed record AskRequest(
    Space Space, string Question, string? Topic, TimeSpan? Since, Digest? Context, IReadOnlyList<string> Earlier)
{
    // A message may be long, and its first words say what it is about.
    private const int MostQuotedWords = 8;

    /// <summary>Text of a message that is asked about, or null.</summary>
    public string? Quoted { get; init; }

    /// <summary>What the question may point back at.</summary>
    public QuestionContext Subject => new()
    {
        Title = Context?.Topic,
        Section = Context is { Stories: [var story, ..] } ? story.Title : null,
        Turns = [.. Earlier.Select(question => new QuestionTurn(question, "")), .. Quoted is null ? [] : (QuestionTurn[])[new(BeginningOf(Quoted), "")]],
    };

    private static string BeginningOf(string text) => string.Join(' ', text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => TextAnalyzer.Terms(word).Count > 0)
        .Take(MostQuotedWords));
}
