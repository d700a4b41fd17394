using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A frame that the client sent, and when.</summary>
internal sealed record SentFrame(TimeSpan At, int Op, JsonNode? Data, JsonNode Whole);
