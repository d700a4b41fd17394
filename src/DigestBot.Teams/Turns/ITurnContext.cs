namespace DigestBot.Teams;

/// <summary>One activity, and the ways to answer it.</summary>
public interface ITurnContext
{
    BotAdapter Adapter { get; }

    Activity Activity { get; }

    /// <summary>Things kept for the length of the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>Whether something was sent.</summary>
    bool Responded { get; }

    Task<ResourceResponse?> SendActivityAsync(
        string textReplyToSend, string? speak = null, string? inputHint = null, CancellationToken cancellationToken = default);

    /// <summary>Sends to the conversation of the turn; addresses that the activity lacks are filled in.</summary>
    Task<ResourceResponse?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends one after the other, in order.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Puts another activity in the place of the one with the same id.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);
}

/// <summary>The same, where it is known what kind of activity it is.</summary>
public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}
