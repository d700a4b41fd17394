namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>A bot that does what it is told, and remembers what it saw.</summary>
internal sealed class FunctionBot(Func<ITurnContext, CancellationToken, Task>? turn = null) : IBot
{
    private readonly Lock _gate = new();
    private readonly List<Activity> _seen = [];

    public IReadOnlyList<Activity> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _seen.Add(turnContext.Activity);
        }

        if (turn is not null)
        {
            await turn(turnContext, cancellationToken);
        }
    }
}
