namespace DigestBot.Summaries;

/// <summary>Who says something in a conversation.</summary>
internal enum Speaker
{
    Title,
    Section,
    Question,
    Answer,
}

/// <summary>One thing said in a conversation.</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Since">Turns since then, 0 for the last turn.</param>
internal sealed record Utterance(Speaker Speaker, int Since)
{
    /// <summary>Terms with their places among its words.</summary>
    public List<(uint Hash, int Word)> Terms { get; } = [];

    /// <summary>Pronoun of the utterance, as in <see cref="FollowUpWords.Pronoun"/>.</summary>
    public int Pronoun { get; set; }

    /// <summary>The first name in it, or -1.</summary>
    public int FirstName { get; set; } = -1;
}
