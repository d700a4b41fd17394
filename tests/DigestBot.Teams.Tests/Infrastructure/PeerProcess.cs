using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>Software of others, run by Node from the folder of peers.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    private static string Folder => RepositoryRoot.Combine("tests", "peers", "teams");

    /// <summary>Starts a script, and waits until it says where it listens.</summary>
    public static async Task<(PeerProcess Peer, Uri Address)> ListenAsync(string script, params string[] arguments)
    {
        PeerProcess peer = Start(script, arguments);
        string line = await peer.LineAsync(line => line.StartsWith("listening ", StringComparison.Ordinal));
        return (peer, new Uri($"http://127.0.0.1:{int.Parse(line["listening ".Length..], CultureInfo.InvariantCulture)}/"));
    }

    /// <summary>Starts a script; the test is not run where Node or the packages are missing.</summary>
    public static PeerProcess Start(string script, params string[] arguments)
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            MissingTool.Report("The Teams peers are not installed: run 'npm ci' in tests/peers/teams (it needs Node 20 or newer).");
        }

        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { }; // read, so that a talkative peer does not block
            process.BeginErrorReadLine();
            return new PeerProcess(process);
        }
        catch (Win32Exception)
        {
            MissingTool.Report("Node is not installed: get version 20 or newer from https://nodejs.org.");
            throw;
        }
    }

    /// <summary>The next line that it says and that is asked for; without one it is ended.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted)
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (wanted(line))
                {
                    return line;
                }
            }

            throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} ended without a word.");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives it a text to read, and waits for all that it says.</summary>
    public async Task<string[]> AskAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text.AsMemory(), TestContext.Current.CancellationToken);
        _process.StandardInput.Close();
        string output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
