using System.Text.Json;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation;

/// <summary>Files to evaluate on, plain or compressed with gzip (by name). One that is not whole is told in a sentence.</summary>
internal static class InputFile
{
    private const int MaxLength = 1 << 30;

    /// <summary>The file that an item names, relative to the file that holds the item.</summary>
    public static byte[] Of(JsonElement item, PredictSettings settings) =>
        ReadAll(Path.Combine(settings.Directory, item.RequiredText("path")));

    // Through the bot's own reader, which notices an archive that is cut off: half a set must not pass for the whole.
    public static byte[] ReadAll(string path)
    {
        try
        {
            return ReadAllAsync(path).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EvaluationException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static async Task<byte[]> ReadAllAsync(string path)
    {
        await using FileContent file = FileContent.Open(path, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
        byte[]? bytes = await file.ReadAllAsync(MaxLength, CancellationToken.None);
        return (bytes, file.Problem) switch
        {
            (_, { } problem) => throw new EvaluationException($"'{path}' cannot be read: {problem}"),
            (null, _) => throw new EvaluationException($"'{path}' cannot be read: it is longer than 1 GB."),
            (not null, _) => bytes,
        };
    }
}
