using System.Text.Json.Nodes;
using DigestBot.FakeDiscord;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>A request as it left for Discord.</summary>
internal sealed record WireRequest(string Method, string Path, JsonNode? Body)
{
    /// <summary>How an interaction is answered first; null for other requests.</summary>
    public long? CallbackType => Path.EndsWith("/callback", StringComparison.Ordinal) ? Body.Number("type") : null;

    /// <summary>The message in it.</summary>
    public JsonNode? Message => CallbackType is null ? Body : Body.Field("data");

    public bool IsPrivate => Message.Number("flags") == 64;

    /// <summary>What people read.</summary>
    public string Text => string.Join(
        '\n',
        new[] { Message.Text("content") }.Concat(Message.List("embeds").SelectMany(embed => new[] { embed.Text("title"), embed.Text("description") })));
}
