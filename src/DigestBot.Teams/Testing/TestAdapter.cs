using System.Globalization;

namespace DigestBot.Teams.Testing;

/// <summary>An adapter without a channel: what the bot sends is kept in a queue for a test to look at.</summary>
public sealed class TestAdapter(TimeProvider? clock = null) : BotAdapter
{
    private int _nextId;

    internal TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    /// <summary>The conversation in which texts are sent to the bot.</summary>
    public ConversationReference Conversation { get; init; } = new()
    {
        ChannelId = Channels.Test,
        ServiceUrl = "https://test.example",
        User = new ChannelAccount("user1", "User1"),
        Bot = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount { Id = "conversation1", ConversationType = ConversationTypes.Personal },
        Locale = "en-US",
    };

    /// <summary>What the bot sent, and nobody has looked at yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = [];

    /// <summary>What the bot put in the place of something that it had sent.</summary>
    public IList<Activity> Updated { get; } = [];

    /// <summary>What the bot deleted.</summary>
    public IList<string> Deleted { get; } = [];

    /// <summary>The oldest that nobody has looked at; null where there is none.</summary>
    public Activity? GetNextReply() => ActiveQueue.TryDequeue(out Activity? reply) ? reply : null;

    /// <summary>Gives the bot an activity; fields that it lacks are filled in.</summary>
    /// <returns>The answer, where it was an invoke.</returns>
    public async Task<InvokeResponse?> ProcessActivityAsync(
        Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var turn = new TurnContext(this, activity with
        {
            Type = activity.Type ?? ActivityTypes.Message,
            Id = activity.Id ?? NextId(),
            ChannelId = activity.ChannelId ?? Conversation.ChannelId,
            ServiceUrl = activity.ServiceUrl ?? Conversation.ServiceUrl,
            From = activity.From ?? Conversation.User,
            Recipient = activity.Recipient ?? Conversation.Bot,
            Conversation = activity.Conversation ?? Conversation.Conversation,
            Locale = activity.Locale ?? Conversation.Locale,
            Timestamp = activity.Timestamp ?? Clock.GetUtcNow(),
        });
        await RunPipelineAsync(turn, callback, cancellationToken);
        return turn.TurnState.Get<InvokeResponse>();
    }

    /// <summary>Says something to the bot.</summary>
    public Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken = default) =>
        ProcessActivityAsync(MessageFactory.Text(userSays), callback, cancellationToken);

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return Task.FromResult<ResourceResponse[]>([.. activities.Select(Queue)]);
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Deleted.Add(reference.ActivityId ?? "");
        return Task.CompletedTask;
    }

    private ResourceResponse Queue(Activity activity)
    {
        if (activity.Type is not (ActivityTypes.Delay or ActivityTypes.Trace))
        {
            activity = activity with { Id = NextId() };
            ActiveQueue.Enqueue(activity);
        }

        return new ResourceResponse(activity.Id);
    }

    private string NextId() => (_nextId++).ToString(CultureInfo.InvariantCulture);
}
