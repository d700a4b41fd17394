using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>Something that sessions are told of.</summary>
/// <param name="Name">As op 0 names it.</param>
/// <param name="GuildId">Decides the shard; null goes to the first.</param>
/// <param name="Needs">The intent without which it is not sent; none for interactions.</param>
/// <param name="Data">Made for a session that may read content, or for one that may not.</param>
internal sealed record GatewayEvent(string Name, ulong? GuildId, GatewayIntent Needs, Func<bool, JsonObject> Data);
