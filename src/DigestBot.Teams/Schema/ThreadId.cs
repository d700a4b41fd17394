namespace DigestBot.Teams;

/// <summary>Names of threads: a channel's id, and the id of the message that began the thread.</summary>
public static class ThreadId
{
    private const string Mark = ";messageid=";

    /// <summary>The conversation in which a reply under that message is sent.</summary>
    public static string Of(string channelId, string rootMessageId)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentException.ThrowIfNullOrEmpty(rootMessageId);
        return Channel(channelId) + Mark + rootMessageId;
    }

    /// <summary>The channel of a thread; any other conversation's id as it is.</summary>
    public static string Channel(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        int at = conversationId.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? conversationId : conversationId[..at];
    }

    /// <summary>The id of the message that began the thread; null for any other conversation.</summary>
    public static string? Root(string conversationId)
    {
        string channel = Channel(conversationId);
        return channel.Length < conversationId.Length ? conversationId[(channel.Length + Mark.Length)..] : null;
    }
}
