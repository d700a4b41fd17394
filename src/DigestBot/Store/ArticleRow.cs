using DigestBot.News;

namespace DigestBot.Store;

/// <summary>A row of <c>article</c> joined with its source, as the database gives it.</summary>
internal sealed record ArticleRow
{
    /// <summary>The columns, of tables aliased a and s.</summary>
    public const string Columns = """
        a.id, a.source_id AS SourceId, s.name AS Source, a.url, a.title, a.byline, a.language, a.effective,
        a.story_id AS StoryId, a.text, a.modified, a.paywalled
        """;

    /// <summary>How much of it may be quoted in the space that <c>@space</c> is bound to.</summary>
    public const string OfSpace = $"{SourceSettingStore.QuoteWords} AS MostQuoted";

    public long Id { get; init; }

    public long SourceId { get; init; }

    public string Source { get; init; } = "";

    public string Url { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Byline { get; init; }

    public string? Language { get; init; }

    public long Effective { get; init; }

    public long? StoryId { get; init; }

    public string Text { get; init; } = "";

    public long? Modified { get; init; }

    public long Paywalled { get; init; }

    public long? MostQuoted { get; init; }

    public Article ToArticle() => new()
    {
        Id = Id,
        SourceId = SourceId,
        Source = Source,
        Url = Url,
        Title = Title,
        Byline = Byline,
        Language = Language,
        Effective = Instant.FromStore(Effective),
        Modified = Instant.FromStore(Modified),
        IsPaywalled = Paywalled != 0,
        StoryId = StoryId > 0 ? StoryId : null,
        Text = Text,
        MostQuoted = MostQuoted is { } words and not SourceSetting.AnyNumber ? (int)words : null,
    };
}
