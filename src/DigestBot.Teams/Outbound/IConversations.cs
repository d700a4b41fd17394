namespace DigestBot.Teams;

/// <summary>What is done in conversations. All of it throws <see cref="ErrorResponseException"/> where the service refuses.</summary>
public interface IConversations
{
    /// <summary>Posts an activity. One to a recipient that is targeted is seen by that person only.</summary>
    Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Posts an answer to another activity.</summary>
    Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Puts another activity in the place of one that was posted.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">What is replaced.</param>
    /// <param name="activity">What replaces it.</param>
    /// <param name="isTargeted">Whether only one person sees it. Who that is cannot be changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ResourceResponse> UpdateActivityAsync(
        string conversationId,
        string activityId,
        Activity activity,
        bool isTargeted = false,
        CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(
        string conversationId, string activityId, bool isTargeted = false, CancellationToken cancellationToken = default);

    /// <summary>Creates a thread in a channel, or finds the personal chat with somebody.</summary>
    Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Some of the members, and where the next ones begin.</summary>
    Task<TeamsPagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default);

    Task<TeamsChannelAccount> GetConversationMemberAsync(
        string userId, string conversationId, CancellationToken cancellationToken = default);
}

/// <summary>What is asked of teams.</summary>
public interface ITeamsOperations
{
    Task<TeamDetails> FetchTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default);

    Task<ConversationList> FetchChannelListAsync(string teamId, CancellationToken cancellationToken = default);
}
