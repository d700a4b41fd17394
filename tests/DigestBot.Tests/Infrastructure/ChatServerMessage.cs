namespace DigestBot.Tests.Infrastructure;

/// <summary>A message that stands in a channel of the chat server.</summary>
internal sealed record ChatServerMessage(string Id, string Channel, string Nonce, string Body, DateTimeOffset At);
