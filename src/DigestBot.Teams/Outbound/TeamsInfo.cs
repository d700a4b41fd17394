using System.Text.Json;

namespace DigestBot.Teams;

/// <summary>What a bot asks of Teams within a turn.</summary>
public static class TeamsInfo
{
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        Connector(turnContext).Conversations.GetConversationPagedMembersAsync(
            Roster(turnContext), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        Connector(turnContext).Conversations.GetConversationMemberAsync(userId, Roster(turnContext), cancellationToken);

    /// <param name="turnContext">The turn.</param>
    /// <param name="teamId">Null for the team of the turn.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<TeamDetails> GetTeamDetailsAsync(
        ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default) =>
        Connector(turnContext).Teams.FetchTeamDetailsAsync(teamId ?? Team(turnContext), cancellationToken);

    /// <inheritdoc cref="GetTeamDetailsAsync"/>
    public static async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(
        ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default) =>
        (await Connector(turnContext).Teams.FetchChannelListAsync(teamId ?? Team(turnContext), cancellationToken)).Conversations ?? [];

    /// <summary>Begins a thread in a channel with a message.</summary>
    /// <returns>How to speak in that thread, and the id of the message.</returns>
    public static async Task<(ConversationReference Reference, string? ActivityId)> SendMessageToTeamsChannelAsync(
        ITurnContext turnContext, Activity activity, string teamsChannelId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ConversationReference here = turnContext.Activity.GetConversationReference();
        var thread = new ConversationParameters
        {
            IsGroup = true,
            Bot = here.Bot,
            TenantId = turnContext.Activity.GetTenantId(),
            Activity = activity,
            ChannelData = JsonSerializer.SerializeToElement(
                new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } }, TeamsJson.Options),
        };
        ConversationResourceResponse created =
            await Connector(turnContext).Conversations.CreateConversationAsync(thread, cancellationToken);
        ConversationReference reference = here with
        {
            ActivityId = created.ActivityId,
            User = null,
            Conversation = new ConversationAccount
            {
                Id = created.Id,
                IsGroup = true,
                ConversationType = ConversationTypes.Channel,
                TenantId = thread.TenantId,
            },
        };
        return (reference, created.ActivityId);
    }

    private static IConnectorClient Connector(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<IConnectorClient>()
            ?? (turnContext.Adapter as CloudAdapter)?.Connector(turnContext)
            ?? throw new InvalidOperationException("The turn has no IConnectorClient in its state, and its adapter has none to give.");
    }

    // In a channel those are asked for who are in the team: a thread has no members of its own.
    private static string Roster(ITurnContext turnContext) =>
        turnContext.Activity.GetChannelData<TeamsChannelData>()?.Team?.Id
        ?? turnContext.Activity.Conversation?.Id
        ?? throw new InvalidOperationException("The turn belongs to no conversation.");

    private static string Team(ITurnContext turnContext) =>
        turnContext.Activity.GetChannelData<TeamsChannelData>()?.Team?.Id
        ?? throw new InvalidOperationException("The turn is not in a team; name one.");
}
