namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>How an interaction is kept open while its answer is not ready. Who will see the answer is settled by it.</summary>
internal enum Deferral
{
    /// <summary>Everybody sees that the bot is thinking.</summary>
    Public,

    /// <summary>Only whoever asked sees it.</summary>
    Private,

    /// <summary>Nothing is seen; the message whose button was used may change later.</summary>
    Change,

    /// <summary>Not at all, since a form or an offer can only come first.</summary>
    Never,
}
