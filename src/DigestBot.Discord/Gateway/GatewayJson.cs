using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>How the gateway's own events are read; the rest is in <see cref="DiscordJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(SnowflakeConverter)])]
[JsonSerializable(typeof(GuildChild))]
[JsonSerializable(typeof(HelloEvent))]
[JsonSerializable(typeof(ReadyEvent))]
internal sealed partial class GatewayJson : JsonSerializerContext;
