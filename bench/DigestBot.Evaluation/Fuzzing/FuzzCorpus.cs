using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace DigestBot.Evaluation.Fuzzing;

/// <summary>Documents to damage: the files of a folder, those in its archives, and the strings in its JSON lines.</summary>
internal static class FuzzCorpus
{
    private const int MaxDocument = 5 * 1024 * 1024;

    /// <summary>In an order that is the same on every machine.</summary>
    public static IReadOnlyList<byte[]> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new EvaluationException($"There is no folder '{folder}'.");
        }

        byte[][] documents =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(Documents).Where(document => document.Length is > 0 and <= MaxDocument),
        ];
        return documents.Length > 0 ? documents : throw new EvaluationException($"The folder '{folder}' holds no documents.");
    }

    private static IEnumerable<byte[]> Documents(string path) =>
        path.EndsWith(".tar.gz", StringComparison.Ordinal) ? Entries(path)
        : path.EndsWith(".jsonl.gz", StringComparison.Ordinal) ? JsonLines.Read(path).SelectMany(Strings)
        : [InputFile.ReadAll(path)];

    private static IEnumerable<byte[]> Entries(string path)
    {
        using var archive = new TarReader(new MemoryStream(InputFile.ReadAll(path)));
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                yield return Inflated(data, entry.Name.EndsWith(".gz", StringComparison.Ordinal));
            }
        }
    }

    private static byte[] Inflated(Stream data, bool isCompressed)
    {
        using Stream stream = isCompressed ? new GZipStream(data, CompressionMode.Decompress) : data;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<byte[]> Strings(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object
            ? line.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .Select(member => Encoding.UTF8.GetBytes(member.Value.GetString()!))
            : [];
}
