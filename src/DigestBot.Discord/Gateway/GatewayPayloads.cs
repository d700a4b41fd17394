using System.Buffers;
using System.Text.Json;

namespace DigestBot.Discord;

/// <summary>The frames that a client sends.</summary>
internal static class GatewayPayloads
{
    /// <summary>Discord closes the connection on more.</summary>
    public const int MostBytes = 4096;

    // Servers with more members come without those who are offline; nobody here asks for members.
    private const int LargeThreshold = 50;

    /// <param name="sequence">Of the last event; null before the first.</param>
    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Frame(GatewayOp.Heartbeat, writer =>
    {
        if (sequence is { } number)
        {
            writer.WriteNumber("d", number);
        }
        else
        {
            writer.WriteNull("d");
        }
    });

    public static ReadOnlyMemory<byte> Identify(string token, DiscordSocketConfig config, GatewayPresence? presence) =>
        Frame(GatewayOp.Identify, writer =>
        {
            writer.WriteStartObject("d");
            writer.WriteString("token", token);
            writer.WriteNumber("intents", (int)config.GatewayIntents);
            writer.WriteStartObject("properties");
            writer.WriteString("os", SystemName());
            writer.WriteString("browser", config.ClientName);
            writer.WriteString("device", config.ClientName);
            writer.WriteEndObject();
            writer.WriteBoolean("compress", false); // of single frames; whole streams are asked for in the address
            writer.WriteNumber("large_threshold", LargeThreshold);
            writer.WriteStartArray("shard");
            writer.WriteNumberValue(config.ShardId);
            writer.WriteNumberValue(config.TotalShards);
            writer.WriteEndArray();
            if (presence is not null)
            {
                writer.WriteStartObject("presence");
                WritePresence(writer, presence);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> Resume(string token, string sessionId, long sequence) => Frame(GatewayOp.Resume, writer =>
    {
        writer.WriteStartObject("d");
        writer.WriteString("token", token);
        writer.WriteString("session_id", sessionId);
        writer.WriteNumber("seq", sequence);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Presence(GatewayPresence presence) => Frame(GatewayOp.Presence, writer =>
    {
        writer.WriteStartObject("d");
        WritePresence(writer, presence);
        writer.WriteEndObject();
    });

    private static void WritePresence(Utf8JsonWriter writer, GatewayPresence presence)
    {
        writer.WriteNull("since");
        writer.WriteStartArray("activities");
        if (presence.CustomStatus is { Length: > 0 } text)
        {
            writer.WriteStartObject();
            writer.WriteString("name", "Custom Status");
            writer.WriteNumber("type", 4);
            writer.WriteString("state", text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("status", presence.Status switch
        {
            UserStatus.Idle => "idle",
            UserStatus.DoNotDisturb => "dnd",
            UserStatus.Invisible => "invisible",
            _ => "online",
        });
        writer.WriteBoolean("afk", false);
    }

    private static ReadOnlyMemory<byte> Frame(int op, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op", op);
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static string SystemName() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
