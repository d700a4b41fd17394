namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>How dealing with an interaction or a message ended.</summary>
internal enum InteractionEnd
{
    Answered,

    /// <summary>Too late for Discord; nobody has seen an answer.</summary>
    Late,

    /// <summary>Discord, or the way there, refused the answer.</summary>
    Failed,

    /// <summary>On purpose without an answer.</summary>
    Ignored,
}
