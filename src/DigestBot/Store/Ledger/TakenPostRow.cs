namespace DigestBot.Store.Ledger;

/// <summary>What stands beside a message that is taken: its body, the platform's id of part 1, and its slot's due.</summary>
internal sealed record TakenPostRow
{
    public string Body { get; init; } = "";

    public string? FirstMessageId { get; init; }

    public long? Due { get; init; }

    public TakenPost ToTaken(PostRow post, Channel channel, DateTimeOffset departAt) => new(
        post.Id,
        post.Token,
        post.Key,
        post.OccurrenceId,
        channel,
        (int)post.Part,
        (int)post.Parts,
        Body,
        post.MentionRole,
        (int)post.Attempts,
        Instant.FromStore(post.UnsureSince),
        FirstMessageId,
        departAt,
        Instant.FromStore(post.GiveUpAt),
        Instant.FromStore(Due));
}
