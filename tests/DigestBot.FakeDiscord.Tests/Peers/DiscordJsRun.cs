namespace DigestBot.FakeDiscord.Tests.Peers;

/// <summary>discord.js's one run through the scenario, which several tests look at.</summary>
public sealed class DiscordJsRun : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-peers-").FullName;
    private readonly SemaphoreSlim _once = new(1);
    private NodeRun? _run;

    /// <summary>What passed between the two, as JSON lines.</summary>
    public string Journal => Path.Combine(_folder, "journal.jsonl");

    private static string Fake => Path.Combine(AppContext.BaseDirectory, "DigestBot.FakeDiscord.dll");

    /// <summary>The run; it takes place when it is first asked for, so that its absence skips a test and not the fixture.</summary>
    internal async Task<NodeRun> RunAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            return _run ??= await NodeScript.RunAsync("scenario.mjs", "", cancellationToken, Fake, Journal);
        }
        finally
        {
            _once.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _once.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
