namespace DigestBot.Store.WebSub;

/// <summary>A row of <c>hub_subscription</c> as the database gives it.</summary>
internal sealed record SubscriptionRow
{
    /// <summary>The columns, of a table aliased h.</summary>
    public const string Columns = """
        h.id, h.source_id AS SourceId, h.hub, h.topic, h.base, h.callback, h.secret, h.state, h.asked, h.accepted_at AS AcceptedAt,
        h.next_at AS NextAt, h.failures, h.problem, h.since_at AS SinceAt, h.until_at AS UntilAt, h.ping_at AS PingAt, h.pings, h.answered, h.trusted
        """;

    public long Id { get; init; }

    public long? SourceId { get; init; }

    public string Hub { get; init; } = "";

    public string Topic { get; init; } = "";

    public string? Base { get; init; }

    public string Callback { get; init; } = "";

    public string Secret { get; init; } = "";

    public string State { get; init; } = "";

    public string? Asked { get; init; }

    public long? AcceptedAt { get; init; }

    public long? NextAt { get; init; }

    public long Failures { get; init; }

    public string? Problem { get; init; }

    public long? SinceAt { get; init; }

    public long? UntilAt { get; init; }

    public long? PingAt { get; init; }

    public long Pings { get; init; }

    public long Answered { get; init; }

    public long Trusted { get; init; }

    public Subscription ToSubscription() => new()
    {
        Id = Id,
        SourceId = SourceId,
        Hub = Hub,
        Topic = Topic,
        Base = Base,
        Callback = Callback,
        Secret = Secret,
        State = Enum.Parse<SubscriptionState>(State),
        Asked = Asked is { } asked ? Enum.Parse<HubMode>(asked) : null,
        AcceptedAt = Instant.FromStore(AcceptedAt),
        Failures = (int)Failures,
        Problem = Problem,
        Since = Instant.FromStore(SinceAt),
        Until = Instant.FromStore(UntilAt),
        LastPing = Instant.FromStore(PingAt),
        Pings = Pings,
        Answered = Answered,
        IsTrusted = Trusted != 0,
    };
}
