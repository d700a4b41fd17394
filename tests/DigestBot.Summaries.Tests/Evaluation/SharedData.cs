using System.Runtime.CompilerServices;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>Third-party test data beside the repository; tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file under ../shared/data, or a skipped test.</summary>
    public static string File(string relative, [CallerFilePath] string here = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        string path = Path.GetFullPath(Path.Combine(root, "..", "shared", "data", relative));
        Assert.SkipUnless(System.IO.File.Exists(path), $"'../shared/data/{relative}' is not beside the repository.");
        return path;
    }
}
