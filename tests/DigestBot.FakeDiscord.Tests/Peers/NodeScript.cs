using System.ComponentModel;
using System.Diagnostics;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.FakeDiscord.Tests.Peers;

/// <summary>A script of tests/peers/discord, run by Node with the packages that its lock file names.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it to its end; the test is skipped, or fails on a build server, where Node or the packages are missing.</summary>
    public static async Task<NodeRun> RunAsync(string script, string input, CancellationToken cancellationToken, params string[] arguments)
    {
        string folder = RepositoryRoot.Combine("tests", "peers", "discord");
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            MissingTool.Report("The packages of tests/peers/discord are not installed: run `npm ci` there, with Node 20 or newer.");
        }

        using Process process = Start(folder, [script, .. arguments]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new NodeRun(process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            MissingTool.Report("Node is not installed: get version 20 or newer from https://nodejs.org or your distribution.");
            throw;
        }
    }
}
