namespace DigestBot.Teams;

/// <summary>Carries activities between a channel and a bot, through the middleware.</summary>
public abstract class BotAdapter
{
    private readonly List<IMiddleware> _middleware = [];

    /// <summary>Called with what a turn threw; the exception ends there. Without it, the caller of the turn gets the exception.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>Adds middleware; what was added first sees a turn first.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Sends activities, in order.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Begins a turn in a conversation that the bot has been in before.</summary>
    public virtual Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return RunPipelineAsync(new TurnContext(this, reference.GetContinuationActivity()), callback, cancellationToken);
    }

    /// <summary>Runs the middleware, then the bot.</summary>
    /// <returns>False where something was thrown, and <see cref="OnTurnError"/> has seen to it.</returns>
    protected async Task<bool> RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(callback);
        try
        {
            await RunAsync(0, turnContext, callback, cancellationToken);
            return true;
        }
        catch (Exception exception) when (OnTurnError is not null && !cancellationToken.IsCancellationRequested)
        {
            await OnTurnError(turnContext, exception);
            return false;
        }
    }

    private Task RunAsync(int index, ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        index < _middleware.Count
            ? _middleware[index].OnTurnAsync(turnContext, token => RunAsync(index + 1, turnContext, callback, token), cancellationToken)
            : callback(turnContext, cancellationToken);
}
