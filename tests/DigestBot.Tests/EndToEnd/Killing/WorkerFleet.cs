namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>Several workers; one that is killed is started again.</summary>
internal sealed class WorkerFleet(IReadOnlyDictionary<string, string?> settings, params IReadOnlyList<string> args) : IAsyncDisposable
{
    private readonly List<WorkerProcess> _workers = [];

    public int Kills { get; private set; }

    public void Start(int count) => _workers.AddRange(Enumerable.Range(0, count).Select(_ => WorkerProcess.Start(settings, args)));

    public async Task KillOneAsync(int which)
    {
        await _workers[which].DisposeAsync();
        _workers[which] = WorkerProcess.Start(settings, args);
        Kills++;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerProcess worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }
}
