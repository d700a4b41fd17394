namespace DigestBot.Store.Ledger;

/// <summary>A row of <c>post</c> as the database gives it, without its body.</summary>
internal sealed record PostRow
{
    /// <summary>The columns, of a table aliased p.</summary>
    public const string Columns = """
        p.id AS Id, p.key AS Key, p.occurrence_id AS OccurrenceId, p.channel_id AS ChannelId, p.part AS Part, p.parts AS Parts,
        p.mention_role AS MentionRole, p.state AS State, p.take_at AS TakeAt, p.worker AS Worker, p.token AS Token,
        p.attempts AS Attempts, p.sending_since AS SendingSince, p.unsure AS Unsure, p.unsure_since AS UnsureSince,
        p.message_id AS MessageId, p.give_up_at AS GiveUpAt, p.trail AS Trail
        """;

    public long Id { get; init; }

    public string Key { get; init; } = "";

    public long? OccurrenceId { get; init; }

    public long ChannelId { get; init; }

    public long Part { get; init; }

    public long Parts { get; init; }

    public string? MentionRole { get; init; }

    public string State { get; init; } = "";

    public long? TakeAt { get; init; }

    public string? Worker { get; init; }

    public long Token { get; init; }

    public long Attempts { get; init; }

    public long? SendingSince { get; init; }

    public long Unsure { get; init; }

    public long? UnsureSince { get; init; }

    public string? MessageId { get; init; }

    public long GiveUpAt { get; init; }

    public string Trail { get; init; } = PostTrail.Empty;

    public bool IsSending => State == nameof(PostState.Sending);

    public Post ToPost() => new(
        Id,
        Key,
        (int)Part,
        (int)Parts,
        Enum.Parse<PostState>(State),
        (int)Attempts,
        (int)Unsure,
        Instant.FromStore(TakeAt),
        MessageId,
        PostTrail.Read(Trail));
}
