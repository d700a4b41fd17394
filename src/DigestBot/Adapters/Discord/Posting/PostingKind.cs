namespace DigestBot.Adapters.Discord.Posting;

/// <summary>How digests get into a place.</summary>
internal enum PostingKind
{
    /// <summary>As messages: channels, voice chats, direct messages.</summary>
    Plain,

    /// <summary>As messages that can be published to other servers.</summary>
    Announcement,

    /// <summary>As messages in a thread that exists already.</summary>
    Thread,

    /// <summary>As a post of its own, which holds its parts.</summary>
    Forum,
}
