namespace DigestBot.Tests.Infrastructure;

/// <summary>What a client sends to the chat server.</summary>
internal sealed record ChatServerPost(string Nonce, string Body, string? MentionRole, string? ReplyTo);
