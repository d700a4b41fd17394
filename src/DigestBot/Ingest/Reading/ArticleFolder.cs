namespace DigestBot.Ingest.Reading;

/// <summary>Lists the files under a folder in a fixed order. Links are followed, but no folder is entered twice.</summary>
internal static class ArticleFolder
{
    private const int MaxDepth = 64;

    /// <summary>Files of known kinds; a failure stands where a folder could not be listed.</summary>
    public static IEnumerable<(ArticleFile? File, IngestFailure? Failure)> List(string folder)
    {
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(string Path, int Depth)>([(folder, 0)]);
        while (waiting.TryPop(out (string Path, int Depth) next))
        {
            (string[] files, string[] folders, string? problem) = ListOne(next.Path, entered);
            if (problem is not null)
            {
                yield return (null, new IngestFailure(next.Path, problem));
            }

            foreach (ArticleFile file in files.Select(ArticleFile.At).Where(file => file.Format != ArticleFormat.Unknown))
            {
                yield return (file, null);
            }

            // A stack returns the last first, so the folders go on it backwards.
            foreach (string inner in folders.Reverse().Where(_ => next.Depth < MaxDepth))
            {
                waiting.Push((inner, next.Depth + 1));
            }
        }
    }

    private static (string[] Files, string[] Folders, string? Problem) ListOne(string path, HashSet<string> entered)
    {
        try
        {
            if (!entered.Add(RealPath(path)))
            {
                return ([], [], null);
            }

            string[] files = Directory.GetFiles(path);
            string[] folders = Directory.GetDirectories(path);
            Array.Sort(files, StringComparer.Ordinal);
            Array.Sort(folders, StringComparer.Ordinal);
            return (files, folders, null);
        }
        catch (Exception exception) when (FileProblems.IsExpected(exception))
        {
            return ([], [], FileProblems.Describe(exception));
        }
    }

    // Every part of the path may be a link, so each is resolved in turn.
    private static string RealPath(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full) ?? string.Empty;
        string real = root;
        foreach (string part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            real = Directory.ResolveLinkTarget(real, returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }
}
