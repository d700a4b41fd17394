using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Commands.Sources;
using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Cli;

/// <summary>A source in JSON.</summary>
internal sealed record SourceView(
    string Id,
    string Kind,
    string Name,
    string? Location,
    string? MovedFrom,
    string? Folder,
    bool Shared,
    bool Paused,
    bool Off,
    bool AtRest,
    long Articles,
    int Failures,
    DateTimeOffset? FailingSince,
    string? LastError,
    DateTimeOffset? LastCheck,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextCheck,
    string? NextCheckWhy)
{
    /// <summary>How much its publisher counts here; missing where as much as most.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tier { get; init; }

    /// <summary>How many words of one of its articles are quoted here; missing for any number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? QuoteWords { get; init; }

    /// <summary>How it came to the space; only where one source is shown, and the space follows it itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceOriginView? Added { get; init; }

    /// <summary>The last checks, the newest first; only where one source is shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SourceCheckView>? Checks { get; init; }

    /// <summary>Who tells of its news; only where one source is shown, names a hub, and hubs are asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceHubView? Hub { get; init; }

    public static SourceView From(Source source) => FromShown(SourceDisclosure.Of(source));

    public static SourceView From(SourceDetail detail) => From(detail.Source) with
    {
        Added = detail.Origin is { } origin ? new(origin.AddedAt, origin.Place, origin.ToldAt) : null,
        Checks = [.. detail.Checks.Select(SourceCheckView.From)],
        Hub = detail.Hub is { } hub ? new(hub.Address, hub.IsActive, hub.Since, hub.Until, hub.LastPing, hub.Problem) : null,
    };

    private static SourceView FromShown(Source source) => new(
        source.Id.ToString(CultureInfo.InvariantCulture),
        KindName(source.Kind),
        source.Name,
        source.Location,
        source.MovedFrom,
        source.Folder,
        source.Shared,
        source.Paused,
        source.Hidden,
        source.IsAtRest,
        source.Articles,
        source.Failures,
        source.FailingSince,
        source.LastError,
        source.LastCheck,
        source.LastSuccess,
        source.NextCheck,
        Word(source.NextWhy))
    {
        Tier = source.Tier == SourceTier.Usual ? null : SourceSettingText.Word(source.Tier),
        QuoteWords = source.QuoteWords,
    };

    /// <summary>A word of ours, as JSON has it.</summary>
    public static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;

    public static string KindName(SourceKind kind) => kind.ToString().ToLowerInvariant();
}
