using System.Text.Json;

namespace DigestBot.Evaluation;

/// <summary>Members of items and predictions. What is optional may as well be missing, null or of another kind.</summary>
internal static class JsonFields
{
    /// <summary>The value of a member, or null if there is none or it is null.</summary>
    public static JsonElement? Member(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement Required(this JsonElement item, string name) =>
        item.Member(name) ?? throw new EvaluationException($"A line has no \"{name}\", which this task needs.");

    public static string RequiredText(this JsonElement item, string name) =>
        item.Text(name) ?? throw new EvaluationException($"A line has no text \"{name}\", which this task needs.");

    /// <summary>A string as it stands, or null.</summary>
    public static string? Text(this JsonElement item, string name) =>
        item.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A string as it stands, a number as it is written, or null.</summary>
    public static string? Scalar(this JsonElement item, string name) => item.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => null,
    };

    /// <summary>A number without its fraction, or null.</summary>
    public static long? Whole(this JsonElement item, string name) =>
        item.Member(name) is { ValueKind: JsonValueKind.Number } value ? (long)Math.Floor(value.GetDouble()) : null;

    /// <summary>The elements of an array, or nothing.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement item, string name) =>
        item.Member(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : [];

    /// <summary>The strings in an array, or nothing.</summary>
    public static string[] Texts(this JsonElement item, string name) =>
        [.. item.List(name).Where(element => element.ValueKind == JsonValueKind.String).Select(element => element.GetString()!)];

    /// <summary>Writes a value as it was read, or null.</summary>
    public static void WriteMember(this Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } known)
        {
            known.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>An instant in UTC to the second, ISO 8601, or null.</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        writer.WriteString(name, instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
}
