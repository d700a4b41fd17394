using System.Runtime.CompilerServices;

namespace DigestBot.Tests.Infrastructure;

/// <summary>The folder with DigestBot.sln: where tests find sources, documents and samples.</summary>
internal static class RepositoryRoot
{
    private static readonly string[] Unversioned =
        [".git", ".idea", ".vs", "artifacts", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Absolute path of the root.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory) ?? Find(ThisFile())
        ?? throw new InvalidOperationException($"No DigestBot.sln above {AppContext.BaseDirectory}.");

    /// <summary>Absolute path of something named from the root.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => Path.Combine([Folder, .. parts]);

    /// <summary>The path as it is written from the root, with forward slashes on every system.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>Files under the named folder of the root, without what a build leaves; none if there is no such folder.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string start = Combine(folder);
        return Directory.Exists(start) ? Walk(new DirectoryInfo(start), pattern) : [];
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => file.FullName).Concat(
            folder.EnumerateDirectories()
                .Where(inner => inner.LinkTarget is null && !Unversioned.Contains(inner.Name))
                .SelectMany(inner => Walk(inner, pattern)));

    private static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DigestBot.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
