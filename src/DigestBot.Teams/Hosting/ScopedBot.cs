using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Teams;

/// <summary>The host's bot, in a scope for each turn: a turn outlives the request that brought it.</summary>
internal sealed class ScopedBot(IServiceScopeFactory scopes) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBot>().OnTurnAsync(turnContext, cancellationToken);
    }
}
