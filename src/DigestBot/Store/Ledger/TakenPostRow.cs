using System.Text.Json;

namespace DigestBot.Store.Ledger;

/// <summary>What stands beside a message that is taken: its body, the platform's id of part 1, its slot's due, and when it is quiet there.</summary>
internal sealed record TakenPostRow
{
    public string Body { get; init; } = "";

    public string? FirstMessageId { get; init; }

    public long? Due { get; init; }

    public string? Quiet { get; init; }

    public string? Zone { get; init; }

    public string? Rest { get; init; }

    public string? RestZone { get; init; }

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
        Instant.FromStore(Due))
    {
        Quiet = Hours(Quiet, Zone),
        Rest = Hours(Rest, RestZone),
    };

    private static (QuietHours Hours, string Zone)? Hours(string? hours, string? zone) =>
        hours is not null && zone is not null && JsonSerializer.Deserialize<QuietHours>(hours) is { } read ? (read, zone) : null;
}
