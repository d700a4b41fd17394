using System.Diagnostics.CodeAnalysis;

namespace DigestBot.Teams;

/// <summary>Stands between the adapter and the bot.</summary>
public interface IMiddleware
{
    /// <summary>Looks at the turn; calls <paramref name="nextDelegate"/>, or does not and ends it.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextDelegate, CancellationToken cancellationToken = default);
}

/// <summary>The rest of the turn.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is called so wherever bots of this framework are written.")]
public delegate Task NextDelegate(CancellationToken cancellationToken);
