namespace DigestBot.Store.Ledger;

/// <summary>A sentence shown in a channel by a slot.</summary>
internal sealed record ShownSentence(long ChannelId, long Sentence, long OccurrenceId);
