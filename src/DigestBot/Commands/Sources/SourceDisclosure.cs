using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Commands.Sources;

/// <summary>Sources as a chat may see them: whoever reads there need not know the keys with which a feed is read.</summary>
internal static class SourceDisclosure
{
    public static Source Of(Source source) => source with
    {
        Name = FeedAddress.Shown(source.Name),
        Location = source.Location is { } location ? FeedAddress.Shown(location) : null,
        MovedFrom = source.MovedFrom is { } old ? FeedAddress.Shown(old) : null,
        Move = null,
        ETag = null,
        LastModified = null,
    };

    public static IReadOnlyList<Source> Of(IReadOnlyList<Source> sources) => [.. sources.Select(Of)];
}
