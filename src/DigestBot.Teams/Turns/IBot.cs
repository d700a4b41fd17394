namespace DigestBot.Teams;

/// <summary>What answers activities.</summary>
public interface IBot
{
    /// <summary>Handles one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>One turn's code.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
