using System.Diagnostics;
using System.Globalization;
using DigestBot.Hosting;

namespace DigestBot.Tests.Infrastructure;

/// <summary>The real program as a process of its own, as it is started by people and supervisors.</summary>
/// <remarks>It sees no setting and no store of whoever runs the tests. What still runs when this is disposed is killed.</remarks>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;

    private BotProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
    }

    /// <summary>The built program, which stands beside the tests.</summary>
    public static string Program { get; } = typeof(TerminalHost).Assembly.Location;

    public bool HasExited => _process.HasExited;

    /// <summary>Runs it to its end.</summary>
    public static Task<BotRun> RunAsync(DataFolder folder, params string[] args) => RunAsync(folder, [], args);

    /// <summary>Same, with settings in the environment.</summary>
    public static async Task<BotRun> RunAsync(
        DataFolder folder, IReadOnlyList<(string Name, string Value)> environment, params string[] args)
    {
        await using BotProcess process = Start(folder, environment, args);
        return await process.EndAsync();
    }

    public static BotProcess Start(DataFolder folder, IReadOnlyList<(string Name, string Value)> environment, params string[] args) =>
        StartBehind([], folder, environment, args);

    /// <summary>Starts it through <paramref name="launcher"/>, such as a shell that first takes rights away.</summary>
    public static BotProcess StartBehind(
        string[] launcher, DataFolder folder, IReadOnlyList<(string Name, string Value)> environment, params string[] args)
    {
        string[] command = [.. launcher, "dotnet", Program, .. args];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["XDG_DATA_HOME"] = folder.In("home");
        start.Environment["Ingest__FeedPages"] = "0"; // entries of tests lead nowhere
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BotProcess(Process.Start(start) ?? throw new InvalidOperationException("No process was started."));
    }

    /// <summary>Sends a signal, such as INT for what Ctrl-C sends.</summary>
    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start(
            "/bin/sh", ["-c", $"kill -s {signal} {_process.Id.ToString(CultureInfo.InvariantCulture)}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<BotRun> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new BotRun(_process.ExitCode, await _out, await _error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
