using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>Reads JSON lines one by one, plain or compressed with gzip (by name).</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonElement> Read(string path)
    {
        using var reader = new StreamReader(new MemoryStream(InputFile.ReadAll(path)));
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, path, number);
            }
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
