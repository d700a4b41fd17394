namespace DigestBot.Teams;

/// <summary>Kinds of activities; a channel may send others.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";

    /// <summary>Never travels: how a handler hands an <see cref="DigestBot.Teams.InvokeResponse"/> to the adapter.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>Never travels: a pause between two activities; its value is milliseconds.</summary>
    public const string Delay = "delay";

    /// <summary>For the emulator only; dropped for every other channel.</summary>
    public const string Trace = "trace";
}
