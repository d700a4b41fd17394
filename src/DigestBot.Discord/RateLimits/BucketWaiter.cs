namespace DigestBot.Discord;

/// <summary>A request that waits for its bucket.</summary>
internal sealed class BucketWaiter(string route, TimeSpan patienceEnds)
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    /// <summary>It was let in, cancelled, or has given up.</summary>
    public bool IsOver => _entered.Task.IsCompleted;

    /// <summary>False if it was cancelled meanwhile.</summary>
    public bool TryEnter() => _entered.TrySetResult();

    public void Cancel(object? state, CancellationToken cancellationToken) => _entered.TrySetCanceled(cancellationToken);

    /// <summary>Gives up if its patience ends before the bucket opens.</summary>
    public void GiveUpBefore(TimeSpan opens, TimeSpan wait)
    {
        if (opens > patienceEnds)
        {
            _entered.TrySetException(RateLimitedException.Unsent(route, wait, RateLimitScope.User));
        }
    }
}
