namespace DigestBot.Store.Ledger;

/// <summary>How messages enter the outbox, many in one statement.</summary>
internal static class PostWriter
{
    private const string Columns = """
        key text, occurrence bigint, channel bigint, platform text, part bigint, parts bigint, body text, mention text,
        state text, take_at bigint, give_up_at bigint
        """;

    public static string Insert(Dialect dialect) => $"""
        INSERT INTO post (
          key, occurrence_id, channel_id, platform, part, parts, body, mention_role, state, take_at, ready_at, token, attempts,
          unsure, queued_at, give_up_at, trail)
        SELECT given.key, given.occurrence, given.channel, given.platform, given.part, given.parts, given.body, given.mention,
          given.state, given.take_at, given.take_at, 0, 0, 0, @now, given.give_up_at, '{PostTrail.Empty}'
        FROM {dialect.Rows("@rows", Columns)} WHERE true
        ON CONFLICT DO NOTHING
        """;

    public static object Row(NewPost post, string body, DateTimeOffset now)
    {
        if (post.OccurrenceId is null && post.Parts != 1)
        {
            throw new ArgumentException($"{post.Key} belongs to no slot, so it has to be one part.", nameof(post));
        }

        return new
        {
            key = post.Key,
            occurrence = post.OccurrenceId,
            channel = post.Channel.Id,
            platform = post.Channel.Address.Platform.ToString(),
            part = post.Part,
            parts = post.Parts,
            body,
            mention = post.MentionRole,
            state = (post.Part == 1 ? PostState.Ready : PostState.Waiting).ToString(),
            take_at = post.Part == 1 ? now.ToStore() : (long?)null,
            give_up_at = post.GiveUpAt.ToStore(),
        };
    }
}
