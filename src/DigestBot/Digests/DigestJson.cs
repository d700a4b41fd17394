using System.Text.Json.Serialization;

namespace DigestBot.Digests;

/// <summary>The stored form of a digest.</summary>
[JsonSerializable(typeof(Digest))]
internal sealed partial class DigestJson : JsonSerializerContext;
