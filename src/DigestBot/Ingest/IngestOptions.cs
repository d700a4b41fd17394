using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>How sources are polled. Bound from the "Ingest" section.</summary>
internal sealed record IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>How often the worker looks for sources that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a source is left alone at least; up to a tenth (15 minutes at most) is added by chance, to spread the polls.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest that a source is left alone, whatever it asks for; Retry-After, skipHours and skipDays may ask for up to 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan MaxPollInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Sources read at the same time.</summary>
    [Range(1, 64)]
    public int MaxConcurrentPolls { get; init; } = 8;

    /// <summary>Pages that are asked for with each poll of a feed whose entries are only a few sentences, one after the other; 0 for none.</summary>
    [Range(0, 50)]
    public int FeedPages { get; init; } = 10;

    /// <summary>Pages of a sitemap that are asked for with each poll, one after the other.</summary>
    [Range(1, 50)]
    public int SitemapPages { get; init; } = 10;

    /// <summary>Pages of a sitemap that say to be older than this are not asked for, and articles that are older not stored.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "60.00:00:00")]
    public TimeSpan SitemapMaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether the channel where a source was added is told, once, when the source is given up.</summary>
    public bool ReportDeadSources { get; init; } = true;

    /// <summary>Articles written in one transaction when files are imported.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; init; } = 1000;
}

[OptionsValidator]
internal sealed partial class IngestOptionsValidator : IValidateOptions<IngestOptions>;
