namespace DigestBot.Teams;

/// <summary>One activity, and the ways to answer it through its adapter.</summary>
public sealed class TurnContext(BotAdapter adapter, Activity activity) : ITurnContext
{
    public BotAdapter Adapter { get; } = adapter;

    public Activity Activity { get; } = activity;

    public TurnContextStateCollection TurnState { get; } = [];

    public bool Responded { get; private set; }

    public Task<ResourceResponse?> SendActivityAsync(
        string textReplyToSend, string? speak = null, string? inputHint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        return SendActivityAsync(MessageFactory.Text(textReplyToSend, speak, inputHint), cancellationToken);
    }

    public async Task<ResourceResponse?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        (await SendActivitiesAsync([activity], cancellationToken)).FirstOrDefault();

    public async Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ConversationReference reference = Activity.GetConversationReference();
        Activity[] placed = [.. activities.Select(activity => activity.ApplyConversationReference(reference))];
        ResourceResponse[] responses = await Adapter.SendActivitiesAsync(this, placed, cancellationToken);
        Responded |= placed.Any(activity => activity.Type is not (ActivityTypes.Trace or ActivityTypes.Delay));
        return responses;
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Adapter.UpdateActivityAsync(this, activity.ApplyConversationReference(Activity.GetConversationReference()), cancellationToken);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        return DeleteActivityAsync(Activity.GetConversationReference() with { ActivityId = activityId }, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default) =>
        Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
}
