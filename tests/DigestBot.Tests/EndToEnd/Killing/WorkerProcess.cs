using System.Diagnostics;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>A worker as a process of its own, with the chat server as its only platform.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _said;
    private readonly Task<string> _complained;

    private WorkerProcess(Process process)
    {
        _process = process;
        _said = process.StandardOutput.ReadToEndAsync();
        _complained = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
    }

    /// <summary>Built with the tests, into a folder of its own.</summary>
    private static string Program { get; } = Path.Combine(
        RepositoryRoot.Folder, "artifacts", "bin", "DigestBot.Tests.Worker", new DirectoryInfo(AppContext.BaseDirectory).Name, "DigestBot.Tests.Worker.dll");

    public bool HasExited => _process.HasExited;

    public static WorkerProcess Start(IReadOnlyDictionary<string, string?> settings, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string? value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new WorkerProcess(Process.Start(start) ?? throw new InvalidOperationException("No worker was started."));
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has killed itself.</summary>
    public async Task DiesAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        Assert.True(_process.ExitCode == 128 + 9, $"It ended with {_process.ExitCode}: {await _said}{await _complained}");
    }

    /// <summary>Waits until it has ended by itself; fails when it does not.</summary>
    public async Task EndsAsync(CancellationToken cancellationToken)
    {
        await Eventually.TrueAsync(() => Task.FromResult(_process.HasExited), "the worker has ended");
        await _process.WaitForExitAsync(cancellationToken);
        Assert.True(_process.ExitCode == 0, $"It ended with {_process.ExitCode}: {await _said}{await _complained}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
