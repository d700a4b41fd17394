using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Files of one JSON document per line, plain or compressed with gzip (by name).</summary>
internal static class JsonLinesFile
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<T> Read<T>(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && JsonSerializer.Deserialize<T>(line, Options) is { } item)
            {
                yield return item;
            }
        }
    }

    public static void Write<T>(string path, IEnumerable<T> items) =>
        File.WriteAllLines(path, items.Select(item => JsonSerializer.Serialize(item, Options)));

    /// <summary>A path in an item is relative to the file that holds the item.</summary>
    public static string Resolve(string filePath, string itemPath) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(filePath)) ?? ".", itemPath);
}
