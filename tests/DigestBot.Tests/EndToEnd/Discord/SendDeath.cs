namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>Where a bot dies: at a part of a digest, before the request for it has left or after Discord has accepted it.</summary>
internal sealed record SendDeath(int Part, bool Accepted)
{
    private readonly TaskCompletionSource _come = new();

    /// <summary>Whether it has come so far.</summary>
    public bool HasCome => _come.Task.IsCompleted;

    /// <summary>Never returns.</summary>
    public Task ComeAsync()
    {
        _come.TrySetResult();
        return new TaskCompletionSource().Task;
    }
}
