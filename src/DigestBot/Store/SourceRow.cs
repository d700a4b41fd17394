using DigestBot.News;

namespace DigestBot.Store;

/// <summary>A row of <c>source</c> as the database gives it.</summary>
internal sealed record SourceRow
{
    /// <summary>The columns, of a table aliased s.</summary>
    public const string Columns = """
        s.id, s.key, s.kind, s.name, s.location, s.shared, s.paused, s.etag, s.last_modified AS LastModified,
        s.last_check AS LastCheck, s.last_success AS LastSuccess, s.next_check AS NextCheck, s.failures,
        s.last_error AS LastError, s.articles, s.hint_interval AS HintInterval, s.hint_base AS HintBase,
        s.skip_hours AS SkipHours, s.skip_days AS SkipDays, s.move_target AS MoveTarget, s.move_since AS MoveSince,
        s.move_polls AS MovePolls, s.moved_from AS MovedFrom,
        s.failing_since AS FailingSince, s.next_why AS NextWhy
        """;

    /// <summary>Its folder for the space that <c>@space</c> is bound to, whether it is switched off there, and what is set there.</summary>
    public const string OfSpace = $"""
        COALESCE(
          (SELECT own.folder FROM space_source own WHERE own.space_id = @space AND own.source_id = s.id),
          CASE WHEN s.shared = 1 THEN s.folder END) AS InFolder,
        CASE WHEN s.shared = 1 AND EXISTS (SELECT 1 FROM space_hidden h WHERE h.space_id = @space AND h.source_id = s.id) THEN 1 ELSE 0 END AS Hidden,
        {SourceSettingStore.Tier} AS Tier, {SourceSettingStore.QuoteWords} AS QuoteWords
        """;

    public long Id { get; init; }

    public string Key { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Location { get; init; }

    public long Shared { get; init; }

    public long Paused { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public long? LastCheck { get; init; }

    public long? LastSuccess { get; init; }

    public long? NextCheck { get; init; }

    public long Failures { get; init; }

    public string? LastError { get; init; }

    public long Articles { get; init; }

    public long? HintInterval { get; init; }

    public long? HintBase { get; init; }

    public long SkipHours { get; init; }

    public long SkipDays { get; init; }

    public string? MoveTarget { get; init; }

    public long? MoveSince { get; init; }

    public long MovePolls { get; init; }

    public string? MovedFrom { get; init; }

    public long? FailingSince { get; init; }

    public string? InFolder { get; init; }

    public string? NextWhy { get; init; }

    public long Hidden { get; init; }

    public string? Tier { get; init; }

    public long? QuoteWords { get; init; }

    public Source ToSource() => new()
    {
        Id = Id,
        Key = Key,
        Kind = Enum.Parse<SourceKind>(Kind, ignoreCase: true),
        Name = Name,
        Location = Location,
        Shared = Shared != 0,
        Paused = Paused != 0,
        ETag = ETag,
        LastModified = LastModified,
        LastCheck = Instant.FromStore(LastCheck),
        LastSuccess = Instant.FromStore(LastSuccess),
        NextCheck = Instant.FromStore(NextCheck),
        Failures = (int)Failures,
        LastError = LastError,
        Articles = Articles,
        Hints = new PollHints
        {
            Interval = HintInterval is { } interval ? TimeSpan.FromMilliseconds(interval) : null,
            Base = Instant.FromStore(HintBase),
            SkipHours = (int)SkipHours,
            SkipDays = (int)SkipDays,
        },
        Move = MoveTarget is { } target && MoveSince is { } since
            ? new PermanentMove(target, Instant.FromStore(since), (int)MovePolls)
            : null,
        MovedFrom = MovedFrom,
        Folder = InFolder,
        FailingSince = Instant.FromStore(FailingSince),
        NextWhy = NextWhy is { } why ? Enum.Parse<CheckReason>(why) : null,
        Hidden = Hidden != 0,
        Tier = Tier is { } tier ? Enum.Parse<SourceTier>(tier) : SourceTier.Usual,
        QuoteWords = QuoteWords is { } words and not SourceSetting.AnyNumber ? (int)words : null,
    };
}
