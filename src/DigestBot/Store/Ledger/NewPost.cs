namespace DigestBot.Store.Ledger;

/// <summary>One message about to enter the outbox.</summary>
/// <param name="Key">Unique for ever; names the slot and the part, not the attempt: <c>17/2026-11-23/0/1</c>.</param>
/// <param name="OccurrenceId">The slot that it belongs to; null for a notice.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="Part">From 1; part k+1 waits for part k.</param>
/// <param name="Parts">Of so many.</param>
/// <param name="Body">As the adapter laid it out. Equal bodies are stored once.</param>
/// <param name="MentionRole">The one role that it may mention.</param>
/// <param name="GiveUpAt">No attempt begins after this.</param>
internal sealed record NewPost(
    string Key, long? OccurrenceId, Channel Channel, int Part, int Parts, string Body, string? MentionRole, DateTimeOffset GiveUpAt);
