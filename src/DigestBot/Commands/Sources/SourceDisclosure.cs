using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Commands.Sources;

/// <summary>Sources as they are shown, in a chat and at a terminal: whoever reads there need not know the keys with which a feed is read.</summary>
internal static class SourceDisclosure
{
    public static Source Of(Source source) => source with
    {
        Name = FeedAddress.In(source.Name),
        Location = source.Location is { } location ? FeedAddress.Shown(location) : null,
        MovedFrom = source.MovedFrom is { } old ? FeedAddress.Shown(old) : null,
        LastError = source.LastError is { } error ? FeedAddress.In(error) : null,
        Move = null,
        ETag = null,
        LastModified = null,
    };

    public static SourceDetail Of(SourceDetail detail) => detail with { Source = Of(detail.Source) };

    public static IReadOnlyList<Source> Of(IReadOnlyList<Source> sources) => [.. sources.Select(Of)];
}
