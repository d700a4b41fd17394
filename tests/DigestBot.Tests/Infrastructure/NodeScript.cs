using System.Diagnostics;
using System.Text;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A script in tests/peers: programs of others, to hold ours against.</summary>
internal static class NodeScript
{
    /// <summary>What the script writes when it is given <paramref name="arguments"/> and reads <paramref name="input"/>.</summary>
    /// <remarks>The test is skipped where Node or the packages are missing.</remarks>
    public static string Run(string folder, string script, string input, params IEnumerable<string> arguments)
    {
        Require(folder);
        string home = RepositoryRoot.Combine("tests", "peers", folder);
        using Process node = Start(home, [script, .. arguments]);
        Task<string> output = node.StandardOutput.ReadToEndAsync();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, output.Result + errors.Result);
        return output.Result;
    }

    /// <summary>Skips the test where the packages are missing. A property asks for it first: inside, the skip would be a counterexample.</summary>
    public static void Require(string folder)
    {
        if (!Directory.Exists(RepositoryRoot.Combine("tests", "peers", folder, "node_modules")))
        {
            MissingTool.Report($"The packages of tests/peers/{folder} are not installed; run npm ci there.");
        }
    }

    private static Process Start(string home, string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
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
