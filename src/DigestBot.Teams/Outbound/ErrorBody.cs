using System.Text.Json;

namespace DigestBot.Teams;

/// <summary>What the service says of an error, in either of its forms.</summary>
/// <remarks><c>{"error":{"code","message"}}</c>, or <c>{"errorCode":209,"message":"{\"subCode\":…}"}</c> with JSON in a string.</remarks>
internal sealed record ErrorBody(string? Code, string? SubCode, string? Message)
{
    private const int LongestText = 300;

    private static readonly ErrorBody None = new(null, null, null);

    /// <summary>Reads what it can; never throws.</summary>
    public static ErrorBody Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return Read(JsonSerializer.Deserialize<JsonElement>(body));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        JsonElement error = Field(root, "error") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        string? code = Text(Field(error, "code")) ?? Text(Field(error, "errorCode"));
        string? message = Text(Field(error, "message"));
        JsonElement nested = Nested(message);
        return new ErrorBody(
            code,
            Text(Field(error, "subCode")) ?? Text(Field(nested, "subCode")),
            Cut(Text(Field(nested, "message")) ?? Text(Field(nested, "details")) ?? message));
    }

    private static JsonElement Nested(string? message)
    {
        if (message?.TrimStart().StartsWith('{') != true)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(message);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static JsonElement? Field(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string? Text(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } scalar ? scalar.ToString() : null;

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] + "…" : text;
}
