namespace DigestBot.Teams;

/// <summary>The scopes of Teams, as <see cref="ConversationAccount.ConversationType"/> names them.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}
