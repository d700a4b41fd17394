namespace DigestBot.Teams;

/// <summary>Codes with which the service refuses, as far as something follows from them.</summary>
public static class ErrorCodes
{
    public const string BotDisabledByAdmin = "BotDisabledByAdmin";
    public const string ConversationBlockedByUser = "ConversationBlockedByUser";
    public const string MessageWritesBlocked = "MessageWritesBlocked";
    public const string BotNotInConversationRoster = "BotNotInConversationRoster";
    public const string ForbiddenOperation = "ForbiddenOperationException";
    public const string InvalidBotApiHost = "InvalidBotApiHost";
    public const string ConversationNotFound = "ConversationNotFound";
    public const string ActivityNotFoundInConversation = "ActivityNotFoundInConversation";
    public const string MessageSizeTooBig = "MessageSizeTooBig";
    public const string BotNotRegistered = "BotNotRegistered";

    /// <summary>Ours: the request was held back, because the service would have refused it.</summary>
    public const string OwnBudget = "OwnBudget";
}
