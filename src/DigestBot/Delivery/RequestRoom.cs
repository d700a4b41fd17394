namespace DigestBot.Delivery;

/// <summary>Room for so many requests at the same time. One takes, anybody gives back.</summary>
internal sealed class RequestRoom(int most)
{
    private readonly Lock _gate = new();
    private int _used;
    private TaskCompletionSource? _returned;

    /// <summary>Waits until there is room, and takes all of it.</summary>
    /// <returns>For how many requests: at least one.</returns>
    public async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task returned;
            lock (_gate)
            {
                if (most - _used is > 0 and var free)
                {
                    _used = most;
                    return free;
                }

                returned = Returned();
            }

            await returned.WaitAsync(cancellationToken);
        }
    }

    public void Return(int count)
    {
        TaskCompletionSource? returned;
        lock (_gate)
        {
            _used -= count;
            (returned, _returned) = (_returned, null);
        }

        returned?.SetResult();
    }

    /// <summary>Waits until everything was given back.</summary>
    public async Task EmptyAsync()
    {
        while (true)
        {
            Task returned;
            lock (_gate)
            {
                if (_used == 0)
                {
                    return;
                }

                returned = Returned();
            }

            await returned;
        }
    }

    private Task Returned() =>
        (_returned ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
}
