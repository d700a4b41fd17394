using System.Runtime.CompilerServices;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads articles from a file or from all files under a folder. A bad file is one failure; the rest goes on.</summary>
internal static class ArticleFiles
{
    /// <summary>Results in a fixed order: folders and files by name, articles as they stand in them.</summary>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach ((ArticleFile? file, IngestFailure? failure) in Find(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (failure is not null)
            {
                yield return ReadResult.Failed(failure.What, failure.Why);
                continue;
            }

            IAsyncEnumerable<ReadResult> results = file!.Format == ArticleFormat.JsonLines
                ? JsonLinesReader.ReadAsync(file, cancellationToken)
                : DocumentReader.ReadAsync(file, cancellationToken);
            await foreach (ReadResult result in results.WithCancellation(cancellationToken))
            {
                yield return result;
            }
        }
    }

    /// <summary>Size on disk of everything that <see cref="ReadAsync"/> would read; the end of its progress.</summary>
    public static long CountBytes(string path)
    {
        long bytes = 0;
        foreach ((ArticleFile? file, _) in Find(path))
        {
            try
            {
                bytes += file is null ? 0 : new FileInfo(file.Path).Length;
            }
            catch (Exception exception) when (FileProblems.IsExpected(exception))
            {
                // Reading it will say what is wrong; here it only adds nothing.
            }
        }

        return bytes;
    }

    private static IEnumerable<(ArticleFile? File, IngestFailure? Failure)> Find(string path)
    {
        if (Directory.Exists(path))
        {
            return ArticleFolder.List(path);
        }

        if (!File.Exists(path))
        {
            return [(null, new IngestFailure(path, "There is no such file or folder; check the path."))];
        }

        ArticleFile file = ArticleFile.At(path);
        return file.Format == ArticleFormat.Unknown
            ? [(null, new IngestFailure(path, $"This kind of file is not known; articles are read from {ArticleFile.Known}."))]
            : [(file, null)];
    }
}
