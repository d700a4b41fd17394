namespace DigestBot.Tests.Infrastructure;

/// <summary>A request to post, as it came to the chat server.</summary>
/// <param name="Number">From 1, in order of arrival.</param>
/// <param name="Channel">Where to.</param>
/// <param name="Nonce">What names the part.</param>
/// <param name="Body">What is to be posted.</param>
/// <param name="MentionRole">The one role that may be mentioned.</param>
/// <param name="ReplyTo">The message that it follows.</param>
/// <param name="At">When it arrived.</param>
internal sealed record ChatServerRequest(
    int Number, string Channel, string Nonce, string Body, string? MentionRole, string? ReplyTo, DateTimeOffset At);
