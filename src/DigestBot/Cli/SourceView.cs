using System.Globalization;
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
    bool AtRest,
    long Articles,
    int Failures,
    string? LastError,
    DateTimeOffset? LastCheck,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextCheck)
{
    public static SourceView From(Source source) => new(
        source.Id.ToString(CultureInfo.InvariantCulture),
        KindName(source.Kind),
        source.Name,
        source.Location,
        source.MovedFrom,
        source.Folder,
        source.Shared,
        source.Paused,
        source.IsAtRest,
        source.Articles,
        source.Failures,
        source.LastError,
        source.LastCheck,
        source.LastSuccess,
        source.NextCheck);

    public static string KindName(SourceKind kind) => kind.ToString().ToLowerInvariant();
}
