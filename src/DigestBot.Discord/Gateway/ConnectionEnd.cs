namespace DigestBot.Discord;

/// <summary>How one connection ended.</summary>
/// <param name="CloseCode">Only where the gateway closed, and only if it said so.</param>
/// <param name="Established">There was a session on it: it was ready, or resumed.</param>
internal sealed record ConnectionEnd(EndReason Reason, int? CloseCode = null, Exception? Exception = null, bool Established = false);
