namespace DigestBot.Store.WebSub;

/// <summary>What a hub was asked to tell us of one feed.</summary>
internal sealed record Subscription
{
    public required long Id { get; init; }

    /// <summary>Null where the source is gone, or has another hub by now.</summary>
    public required long? SourceId { get; init; }

    public required string Hub { get; init; }

    /// <summary>What the feed is called at the hub.</summary>
    public required string Topic { get; init; }

    /// <summary>Our public address as the hub was told; null while it was asked nothing.</summary>
    public string? Base { get; init; }

    /// <summary>The part of our address that nobody but the hub knows.</summary>
    public required string Callback { get; init; }

    /// <summary>What the hub signs with.</summary>
    public required string Secret { get; init; }

    public required SubscriptionState State { get; init; }

    /// <summary>What it was asked and has not confirmed.</summary>
    public HubMode? Asked { get; init; }

    /// <summary>When it answered that it will confirm.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Times in a row that it could not be asked, refused or did not confirm.</summary>
    public required int Failures { get; init; }

    /// <summary>What is or was last wrong, in one sentence.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? LastPing { get; init; }

    /// <summary>How often it told us of news.</summary>
    public required long Pings { get; init; }

    /// <summary>Up to which of these there was news.</summary>
    public required long Answered { get; init; }

    /// <summary>Whether it told us of the last news that there was.</summary>
    public required bool IsTrusted { get; init; }

    /// <summary>Whether it tells us of news now.</summary>
    public bool IsActive(DateTimeOffset now) => State == SubscriptionState.Active && Until > now;

    // Secrets are in it, and records print their members.
    public override string ToString() => FormattableString.Invariant($"subscription {Id}, {State}");
}
