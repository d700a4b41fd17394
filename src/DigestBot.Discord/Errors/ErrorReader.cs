using System.Globalization;
using System.Net;
using System.Text.Json;

namespace DigestBot.Discord;

/// <summary>Reads what Discord says about a refusal. Whatever stands there, it does not throw.</summary>
internal static class ErrorReader
{
    private const int MostErrors = 50;

    /// <summary>The refusal in an answer that is no success.</summary>
    public static HttpException Read(string route, RestAnswer answer)
    {
        using JsonDocument? document = Parse(answer.Body);
        JsonElement? body = document?.RootElement is { ValueKind: JsonValueKind.Object } root ? root : null;
        DiscordErrorCode? code = Property(body, "code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int value)
            ? (DiscordErrorCode)value
            : null;
        string? reason = Text(Property(body, "message")) ?? answer.Reason;
        if (answer.Status == HttpStatusCode.TooManyRequests)
        {
            return new RateLimitedException(route, code, reason, answer.RetryAfter ?? TimeSpan.Zero, answer.Scope ?? RateLimitScope.User);
        }

        var errors = new List<DiscordJsonError>();
        Flatten(Property(body, "errors"), "", errors);
        return new HttpException(route, answer.Status, code, reason, errors);
    }

    /// <summary>What the body of a 429 asks for; null for a body that is not Discord's.</summary>
    public static (TimeSpan? RetryAfter, bool IsGlobal)? ReadLimit(ReadOnlyMemory<byte> bytes)
    {
        using JsonDocument? document = Parse(bytes);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } body)
        {
            return null;
        }

        TimeSpan? retryAfter = Property(body, "retry_after") is { ValueKind: JsonValueKind.Number } seconds
            ? RateLimitHeaders.Seconds(seconds.GetDouble())
            : null;
        return (retryAfter, Property(body, "global") is { ValueKind: JsonValueKind.True });
    }

    // A tree of the request's fields, in which "_errors" says what is wrong with the field above it.
    private static void Flatten(JsonElement? node, string path, List<DiscordJsonError> found)
    {
        if (node is { ValueKind: JsonValueKind.String } sentence)
        {
            Add(new DiscordJsonError(path, "", sentence.GetString()!), found);
        }
        else if (node is { ValueKind: JsonValueKind.Object } fields)
        {
            foreach (JsonProperty field in fields.EnumerateObject())
            {
                if (field.NameEquals("_errors"))
                {
                    AddAll(field.Value, path, found);
                }
                else
                {
                    Flatten(field.Value, Join(path, field.Name), found);
                }
            }
        }
    }

    private static void AddAll(JsonElement list, string path, List<DiscordJsonError> found)
    {
        foreach (JsonElement error in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
        {
            if (error.ValueKind == JsonValueKind.Object)
            {
                Add(new DiscordJsonError(path, Text(Property(error, "code")) ?? "", Text(Property(error, "message")) ?? ""), found);
            }
        }
    }

    private static void Add(DiscordJsonError error, List<DiscordJsonError> found)
    {
        if (found.Count < MostErrors)
        {
            found.Add(error);
        }
    }

    private static string Join(string path, string name)
    {
        bool isIndex = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isIndex ? $"{path}[{name}]" : path.Length == 0 ? name : $"{path}.{name}";
    }

    private static JsonElement? Property(JsonElement? element, string name) =>
        element is { } known && known.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            return null; // a page of whatever stands before Discord
        }
    }
}
