namespace DigestBot.Teams;

/// <summary>What a checked token says; both null in emulator mode, where there is none.</summary>
/// <param name="KeyId">The key that signed it.</param>
/// <param name="ServiceUrl">The service that sends it.</param>
internal sealed record ChannelToken(string? KeyId, string? ServiceUrl);
