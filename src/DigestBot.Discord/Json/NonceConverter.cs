using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>A nonce may be a string or a number on the wire; it is text here.</summary>
internal sealed class NonceConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out long number) => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException("A nonce is a string or an integer."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
