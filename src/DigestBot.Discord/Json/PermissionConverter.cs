using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>A set of permissions: a decimal string on the wire. Bits that have no name here are kept.</summary>
internal sealed class PermissionConverter : JsonConverter<GuildPermission>
{
    public override GuildPermission Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out ulong number))
        {
            return (GuildPermission)number;
        }

        return reader.TokenType == JsonTokenType.String
            && ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong bits)
                ? (GuildPermission)bits
                : throw new JsonException("Permissions are a string of digits.");
    }

    public override void Write(Utf8JsonWriter writer, GuildPermission value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));
}
