using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Teams;

/// <summary>The adapter to the channel's service: activities come over HTTP, and go to the service of their conversation.</summary>
/// <content>Outbound.</content>
public sealed partial class CloudAdapter : BotAdapter
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private readonly IConnectorClientFactory _connectors;
    private readonly ActivityReceiver _receiver;
    private readonly IActivityMemory _memory;
    private readonly TurnQueue _queue;
    private readonly InvokeRunner _invokes;
    private readonly TimeProvider _clock;

    private CloudAdapter(IServiceProvider services)
    {
        _connectors = services.GetRequiredService<IConnectorClientFactory>();
        _receiver = services.GetRequiredService<ActivityReceiver>();
        _memory = services.GetRequiredService<IActivityMemory>();
        _queue = services.GetRequiredService<TurnQueue>();
        _invokes = services.GetRequiredService<InvokeRunner>();
        _clock = services.GetRequiredService<TimeProvider>();
    }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (int index = 0; index < activities.Length; index++)
        {
            responses[index] = await SendAsync(turnContext, activities[index], cancellationToken);
        }

        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Connector(turnContext).Conversations.UpdateActivityAsync(
            Conversation(activity.Conversation), Id(activity.Id), activity, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return Connector(turnContext).Conversations.DeleteActivityAsync(
            Conversation(reference.Conversation), Id(reference.ActivityId), cancellationToken: cancellationToken);
    }

    /// <summary>Creates a conversation, or finds the personal chat that there is, and begins a turn in it.</summary>
    /// <param name="botAppId">The bot's app; there is one for each host, so it is not looked at.</param>
    /// <param name="channelId">One of <see cref="Channels"/>.</param>
    /// <param name="serviceUrl">The service, which must be a trusted one.</param>
    /// <param name="audience">Named for the sake of likeness; the cloud's own is used.</param>
    /// <param name="conversationParameters">What to create.</param>
    /// <param name="callback">The turn.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public async Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string? audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversationParameters);
        IConnectorClient connector = _connectors.Create(serviceUrl, conversationParameters.TenantId);
        ConversationResourceResponse created =
            await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken);
        var reference = new ConversationReference
        {
            Bot = conversationParameters.Bot,
            User = conversationParameters.Members is [var only] ? only : null,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount
            {
                Id = created.Id,
                IsGroup = conversationParameters.IsGroup,
                TenantId = conversationParameters.TenantId,
            },
        };
        Activity began = reference.GetContinuationActivity() with { Name = "CreateConversation", Id = created.ActivityId };
        await RunPipelineAsync(new TurnContext(this, began), callback, cancellationToken);
    }

    internal static CloudAdapter Create(IServiceProvider services) => new(services);

    /// <summary>The client for the service of a turn's conversation.</summary>
    internal IConnectorClient Connector(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()
        ?? _connectors.Create(turnContext.Activity.ServiceUrl ?? "", turnContext.Activity.GetTenantId());

    private async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Delay:
                await Task.Delay(DelayOf(activity), _clock, cancellationToken);
                return new ResourceResponse();
            case ActivityTypes.InvokeResponse:
                turnContext.TurnState.Set(activity.Value?.Deserialize<InvokeResponse>(TeamsJson.Options)
                    ?? InvokeResponse.Of(HttpStatusCode.OK));
                return new ResourceResponse();
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return new ResourceResponse();
            default:
                IConversations conversations = Connector(turnContext).Conversations;
                string conversation = Conversation(activity.Conversation);
                return string.IsNullOrEmpty(activity.ReplyToId)
                    ? await conversations.SendToConversationAsync(conversation, activity, cancellationToken)
                    : await conversations.ReplyToActivityAsync(conversation, activity.ReplyToId, activity, cancellationToken);
        }
    }

    private static TimeSpan DelayOf(Activity activity)
    {
        int milliseconds = activity.Value is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int read) ? read : 1000;
        var delay = TimeSpan.FromMilliseconds(Math.Max(0, milliseconds));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private static string Conversation(ConversationAccount? conversation) =>
        conversation?.Id ?? throw new ArgumentException("The activity belongs to no conversation.");

    private static string Id(string? id) => id ?? throw new ArgumentException("The activity has no id.");
}
