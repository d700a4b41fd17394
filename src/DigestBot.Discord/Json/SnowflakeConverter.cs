using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>An id: a number here, a string of digits on the wire, because JavaScript cannot hold it. Numbers are read too.</summary>
internal sealed class SnowflakeConverter : JsonConverter<ulong>
{
    public override ulong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetUInt64(out ulong number) => number,
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException("An id is a string of digits."),
    };

    public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    public override ulong ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString(CultureInfo.InvariantCulture));

    private static ulong Parse(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id)
            ? id
            : throw new JsonException("An id is a string of digits.");
}
