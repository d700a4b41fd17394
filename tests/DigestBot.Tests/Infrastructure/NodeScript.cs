using System.Diagnostics;
using System.Text;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A script in tests/peers: programs of others, to hold ours against.</summary>
internal static class NodeScript
{
    /// <summary>What the script writes when it reads <paramref name="input"/>.</summary>
    /// <remarks>The test is skipped where Node or the packages are missing.</remarks>
    public static string Run(string folder, string script, string input)
    {
        string home = RepositoryRoot.Combine("tests", "peers", folder);
        if (!Directory.Exists(Path.Combine(home, "node_modules")))
        {
            MissingTool.Report($"The packages of tests/peers/{folder} are not installed; run npm ci there.");
        }

        using Process node = Start(home, script);
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return output.Result;
    }

    private static Process Start(string home, string script)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            MissingTool.Report("Node is not installed; with it, this is held against programs of others.");
            throw;
        }
    }
}
