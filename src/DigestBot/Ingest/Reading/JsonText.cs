using System.Text.Json;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads JSON from outside: bounded depth, and strings that may hold half of a character.</summary>
internal static class JsonText
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Lenient =
        new() { MaxDepth = MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document, or null if it is not JSON or nested too deeply.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<char> json)
    {
        try
        {
            // No string and no name may hold half of a character: reading it would throw.
            return JsonDocument.Parse(json.Span.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? LoneSurrogates.Drop(json.ToString()).AsMemory() : json, Lenient);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A member's value, or null if there is none or it is null.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A member that is a string, trimmed, or null if it is missing, empty or something else.</summary>
    public static string? String(JsonElement element, string name) => Member(element, name) is { } value ? String(value) : null;

    /// <summary>A string's value, trimmed, or null if it is empty or no string.</summary>
    public static string? String(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
}
