using System.IO.Compression;
using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>Reads JSON lines one by one, plain or compressed with gzip (by name).</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonElement> Read(string path)
    {
        using TextReader reader = Open(path);
        int number = 0;
        while (ReadLine(reader, path) is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, path, number);
            }
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            Stream file = File.OpenRead(path);
            return new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EvaluationException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static string? ReadLine(TextReader reader, string path)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new EvaluationException($"'{path}' cannot be read to its end: {exception.Message}");
        }
    }

    private static JsonElement Parse(string line, string path, int number)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            throw new EvaluationException($"Line {number} of '{path}' is not JSON.");
        }
    }
}
