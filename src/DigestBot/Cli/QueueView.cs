using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>The outbox in JSON.</summary>
internal sealed record QueueView(
    long Waiting,
    long Retrying,
    DateTimeOffset? Oldest,
    long GivenUp,
    long Unconfirmed,
    long Unsure,
    long Delivered,
    IReadOnlyList<ParkedView> Parked,
    IReadOnlyList<DeadLetterView> DeadLetters)
{
    public static QueueView From(OutboxState outbox) => new(
        outbox.Waiting,
        outbox.Retrying,
        outbox.Oldest,
        outbox.Dead,
        outbox.Unconfirmed,
        outbox.Unsure,
        outbox.Delivered,
        [.. outbox.Parked.Select(ParkedView.From)],
        [.. outbox.DeadLetters.Select(DeadLetterView.From)]);
}

/// <summary>A channel that refuses posts, in JSON.</summary>
internal sealed record ParkedView(string Channel, string Why, DateTimeOffset? Since)
{
    public static ParkedView From(Channel channel) =>
        new(channel.Address.ToString(), channel.ParkedReason ?? "", channel.ParkedAt);
}

/// <summary>A post that was given up, in JSON.</summary>
internal sealed record DeadLetterView(string Key, string? Schedule, string Channel, DateTimeOffset At, string Why)
{
    public static DeadLetterView From(DeadLetter letter) =>
        new(letter.Key, letter.Schedule, letter.Channel.ToString(), letter.At, letter.Reason);
}
