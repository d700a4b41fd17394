using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DigestBot.Discord;

/// <summary>One frame from the gateway: its envelope read, its content left as bytes.</summary>
/// <remarks>Most events interest nobody here, so nothing is made of a content that is not asked for.</remarks>
/// <param name="Type">Which event; only for dispatches.</param>
/// <param name="Sequence">The event's number within its session; only for dispatches.</param>
/// <param name="Data">Valid JSON; valid until the next frame is read, since the buffer is used again.</param>
internal readonly record struct GatewayFrame(int Op, string? Type, long? Sequence, ReadOnlyMemory<byte> Data)
{
    private static readonly ReadOnlyMemory<byte> Null = "null"u8.ToArray();

    /// <summary>False for whatever is not JSON or not a frame.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> text, [NotNullWhen(true)] out GatewayFrame? frame)
    {
        try
        {
            frame = Parse(text);
            return frame is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            frame = null;
            return false;
        }
    }

    private static GatewayFrame? Parse(ReadOnlyMemory<byte> text)
    {
        var reader = new Utf8JsonReader(text.Span);
        (int? op, string? type, long? sequence, ReadOnlyMemory<byte> data) = (null, null, null, Null);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                op = Number(ref reader) is { } number ? (int)number : null;
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                sequence = Number(ref reader);
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else
            {
                bool isData = reader.ValueTextEquals("d"u8);
                reader.Read();
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = isData ? text[start..(int)reader.BytesConsumed] : data;
            }
        }

        // Reading on finds text behind the frame, which would be a frame glued to another.
        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && op is { } known
            ? new GatewayFrame(known, type, sequence, data)
            : null;
    }

    private static long? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
    }
}
