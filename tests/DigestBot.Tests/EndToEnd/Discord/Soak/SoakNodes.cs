using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Discord.Soak;

/// <summary>Several programs of one bot; one that is killed is started again.</summary>
internal sealed class SoakNodes : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly SoakTown _town;
    private readonly List<BotProcess> _programs;

    public SoakNodes(SoakTown town, int count)
    {
        _town = town;
        _programs = [.. Enumerable.Range(0, count).Select(_ => Start())];
    }

    public int Count => _programs.Count;

    public int Kills { get; private set; }

    /// <summary>SIGKILL, and a new one in its place.</summary>
    public async Task KillAsync(int which)
    {
        await _programs[which].DisposeAsync();
        _programs[which] = Start();
        Kills++;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (BotProcess program in _programs)
        {
            await program.DisposeAsync();
        }

        _folder.Dispose();
    }

    private BotProcess Start() => BotProcess.Start(_folder, [.. _town.Settings, ("Web__Address", $"http://127.0.0.1:{FreePort.Next()}")], "serve");
}
