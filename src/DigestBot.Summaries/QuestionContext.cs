namespace DigestBot.Summaries;

/// <summary>What a question is asked about: what is on screen, and what was said so far.</summary>
public sealed record QuestionContext
{
    /// <summary>No context: every question stands by itself.</summary>
    public static QuestionContext None { get; } = new();

    /// <summary>What the conversation is about as a whole: a topic, the title of a page. Null or empty for none.</summary>
    public string? Title { get; init; }

    /// <summary>The part of it that is on screen: the headline of a story, of a section. Null or empty for none.</summary>
    public string? Section { get; init; }

    /// <summary>Earlier questions with their answers, oldest first; the last 12 are looked at.</summary>
    public IReadOnlyList<QuestionTurn> Turns { get; init; } = [];
}

/// <summary>One question of a conversation and what was answered.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Answer">Empty if there was none.</param>
public sealed record QuestionTurn(string Question, string Answer);
