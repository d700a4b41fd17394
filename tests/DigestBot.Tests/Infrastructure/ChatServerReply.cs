namespace DigestBot.Tests.Infrastructure;

/// <summary>What the chat server does with a request: exactly one of the cases below.</summary>
internal abstract record ChatServerReply
{
    private ChatServerReply()
    {
    }

    /// <summary>Posts it, and says so.</summary>
    public sealed record Accept : ChatServerReply;

    /// <summary>Posts it after the gate has opened, and says so then.</summary>
    public sealed record AcceptWhen(Task Gate) : ChatServerReply;

    /// <summary>Hangs up at once and posts it after the gate has opened: it arrives behind what was sent later.</summary>
    public sealed record AcceptBehind(Task Gate) : ChatServerReply;

    /// <summary>Posts it, and hangs up without a word.</summary>
    public sealed record AcceptAndHangUp : ChatServerReply;

    /// <summary>Posts it, and hangs up in the middle of the answer.</summary>
    public sealed record AcceptAndCut : ChatServerReply;

    /// <summary>Hangs up without posting it.</summary>
    public sealed record HangUp : ChatServerReply;

    /// <summary>Does not post it, and answers with this status.</summary>
    /// <param name="Status">Of HTTP.</param>
    /// <param name="RetryAfter">Seconds, with decimals as Discord writes them.</param>
    /// <param name="Global">Whether the wait is for every channel.</param>
    public sealed record Refuse(int Status, double? RetryAfter = null, bool Global = false) : ChatServerReply;
}
