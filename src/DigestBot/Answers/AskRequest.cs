using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Answers;

/// <summary>One question with what it is asked about.</summary>
/// <param name="Space">Who asks, and so what may be seen.</param>
/// <param name="Question">As it was asked.</param>
/// <param name="Topic">What every article is about, by name, as the space means it; null for anything.</param>
/// <param name="Since">How far back; null for everything.</param>
/// <param name="Context">The digest on screen, or null.</param>
/// <param name="Earlier">Earlier turns of the conversation, oldest first.</param>
internal sealed record AskRequest(
    Space Space, string Question, string? Topic, TimeSpan? Since, Digest? Context, IReadOnlyList<ConversationTurn> Earlier)
{
    /// <summary>Text of a message that is asked about, or null.</summary>
    public string? Quoted { get; init; }

    /// <summary>Code of the language of the articles that may answer; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>The sources that may answer; null for any.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>A source that alone was to answer and that the space does not see, so that all may; null otherwise.</summary>
    public UnknownOutlet? Unknown { get; init; }
}
