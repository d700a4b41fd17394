namespace DigestBot.Teams;

/// <summary>Gives the token with which the bot speaks. Register one of your own for certificates or managed identities.</summary>
public interface IBotTokenProvider
{
    /// <summary>A token that is good for a while.</summary>
    /// <exception cref="BotTokenException">There is none to be had.</exception>
    ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Says that the service refused this token, so that it is not given again.</summary>
    void Drop(string token);
}
