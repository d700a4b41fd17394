using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Writes requests and reads answers; how they travel is the pipeline's.</summary>
internal sealed class ConnectorClient(ConnectorPipeline pipeline, string serviceUrl, string tenant, RetryMode retryMode)
    : IConnectorClient, IConversations, ITeamsOperations
{
    private const string Root = "v3/conversations";
    private const string Targeted = "?isTargetedActivity=true";

    public Uri BaseUri { get; } = new(serviceUrl);

    public IConversations Conversations => this;

    public ITeamsOperations Teams => this;

    public Task<ResourceResponse> SendToConversationAsync(
        string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        PostAsync(conversationId, Activities(conversationId), activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        PostAsync(conversationId, ActivityPath(conversationId, activityId), activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, bool isTargeted = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);

        // The service refuses a recipient where it would be a new one.
        Activity body = activity with { Id = activityId, Recipient = isTargeted ? null : activity.Recipient };
        string path = ActivityPath(conversationId, activityId) + (isTargeted ? Targeted : "");
        return SendAsync<ResourceResponse>(Send(HttpMethod.Put, conversationId, path, body), cancellationToken);
    }

    public Task DeleteActivityAsync(
        string conversationId, string activityId, bool isTargeted = false, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(
            Send(HttpMethod.Delete, conversationId, ActivityPath(conversationId, activityId) + (isTargeted ? Targeted : "")),
            cancellationToken);

    public Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);

        // There is no conversation to count it in yet; whom it is with will do.
        TeamsChannelData? data = parameters.ChannelData?.Deserialize<TeamsChannelData>(TeamsJson.Options);
        string with = data?.Channel?.Id ?? (parameters.Members is [var first, ..] ? first.Id : null) ?? "";
        return SendAsync<ConversationResourceResponse>(Send(HttpMethod.Post, with, Root, parameters), cancellationToken);
    }

    public Task<TeamsPagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        string[] query = [.. new[]
            {
                pageSize is { } size ? string.Create(CultureInfo.InvariantCulture, $"pageSize={size}") : null,
                continuationToken is { Length: > 0 } next ? $"continuationToken={Uri.EscapeDataString(next)}" : null,
            }.OfType<string>()];
        string path = $"{Conversation(conversationId)}/pagedmembers{(query.Length > 0 ? "?" : "")}{string.Join('&', query)}";
        return SendAsync<TeamsPagedMembersResult>(Read(conversationId, path), cancellationToken);
    }

    public Task<TeamsChannelAccount> GetConversationMemberAsync(
        string userId, string conversationId, CancellationToken cancellationToken = default) =>
        SendAsync<TeamsChannelAccount>(
            Read(conversationId, $"{Conversation(conversationId)}/members/{ConnectorRequest.Segment(userId)}"), cancellationToken);

    public Task<TeamDetails> FetchTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default) =>
        SendAsync<TeamDetails>(Read(teamId, $"v3/teams/{ConnectorRequest.Segment(teamId)}"), cancellationToken);

    public Task<ConversationList> FetchChannelListAsync(string teamId, CancellationToken cancellationToken = default) =>
        SendAsync<ConversationList>(Read(teamId, $"v3/teams/{ConnectorRequest.Segment(teamId)}/conversations"), cancellationToken);

    private static string Conversation(string id) => $"{Root}/{ConnectorRequest.Segment(id)}";

    private static string Activities(string conversationId) => $"{Conversation(conversationId)}/activities";

    private static string ActivityPath(string conversationId, string activityId) =>
        $"{Activities(conversationId)}/{ConnectorRequest.Segment(activityId)}";

    // The channel names what is sent: an id of ours would be taken for one of its own.
    private Task<ResourceResponse> PostAsync(string conversationId, string path, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        string query = activity.Recipient?.IsTargeted == true ? Targeted : "";
        return SendAsync<ResourceResponse>(
            Send(HttpMethod.Post, conversationId, path + query, activity with { Id = null }), cancellationToken);
    }

    private ConnectorRequest Send(HttpMethod method, string conversationId, string path, object? body = null) =>
        Request(method, path, RequestKind.Send, conversationId) with { Body = body };

    private ConnectorRequest Read(string conversationId, string path) => Request(HttpMethod.Get, path, RequestKind.Read, conversationId);

    private ConnectorRequest Request(HttpMethod method, string path, RequestKind kind, string conversationId) =>
        new(method, serviceUrl, path, kind, conversationId) { Tenant = tenant, RetryMode = retryMode };

    // Some services answer with nothing, or with something else than JSON; that it was taken is all that is sure then.
    private async Task<T> SendAsync<T>(ConnectorRequest request, CancellationToken cancellationToken)
        where T : new()
    {
        byte[] body = await pipeline.SendAsync(request, cancellationToken);
        try
        {
            return body.Length > 0 && JsonSerializer.Deserialize<T>(body, TeamsJson.Options) is { } read ? read : new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }
}

/// <summary>Makes clients that share one pipeline.</summary>
internal sealed class ConnectorClientFactory(ConnectorPipeline pipeline, IOptions<BotFrameworkOptions> options) : IConnectorClientFactory
{
    public IConnectorClient Create(string serviceUrl, string? tenantId = null, RetryMode? retryMode = null) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out _)
            ? new ConnectorClient(
                pipeline, serviceUrl, tenantId ?? options.Value.MicrosoftAppTenantId ?? "", retryMode ?? options.Value.RetryMode)
            : throw new UntrustedServiceUrlException();
}
