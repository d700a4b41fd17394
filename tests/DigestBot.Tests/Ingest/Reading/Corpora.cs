using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Public test sets beside the repository; tests that need them are skipped where they are absent.</summary>
internal static class Corpora
{
    private const string Where = "../shared/data/ingest";

    /// <summary>Every file of an archive as name and bytes.</summary>
    public static List<(string Name, byte[] Bytes)> Files(string archive)
    {
        using Stream stream = Open(archive);
        using var reader = new TarReader(stream);
        var files = new List<(string, byte[])>();
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not null)
            {
                using var bytes = new MemoryStream();
                entry.DataStream.CopyTo(bytes);
                files.Add((entry.Name, bytes.ToArray()));
            }
        }

        return files;
    }

    public static List<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0)];
    }

    private static GZipStream Open(string name)
    {
        string path = Path.Combine(RepositoryRoot(), Where, name);
        Assert.SkipUnless(File.Exists(path), $"{Where}/{name} is not beside the repository.");
        return new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
    }

    private static string RepositoryRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", ".."));
}
