namespace DigestBot.Store.Ledger;

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Messages that are still to go.</param>
/// <param name="Retrying">Of these, tried before.</param>
/// <param name="Oldest">When the longest waiting of them was queued.</param>
/// <param name="Dead">Given up and not forgotten yet.</param>
/// <param name="Unconfirmed">May have arrived.</param>
/// <param name="Unsure">Attempts whose result was not known at first.</param>
/// <param name="Delivered">Arrived, within the retention.</param>
/// <param name="Parked">Channels that the platform refuses.</param>
/// <param name="DeadLetters">The newest of the dead, at most ten.</param>
internal sealed record OutboxState(
    long Waiting,
    long Retrying,
    DateTimeOffset? Oldest,
    long Dead,
    long Unconfirmed,
    long Unsure,
    long Delivered,
    IReadOnlyList<Channel> Parked,
    IReadOnlyList<DeadLetter> DeadLetters);

/// <summary>A message that was given up.</summary>
internal sealed record DeadLetter(string Key, string? Schedule, Chat.ChannelRef Channel, DateTimeOffset At, string Reason);
