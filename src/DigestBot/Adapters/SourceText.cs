using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>How a source is described in a list.</summary>
internal static class SourceText
{
    public static string Kind(SourceKind kind, Phrases phrases) => kind switch
    {
        SourceKind.Feed => phrases.SourceFeed,
        SourceKind.Page => phrases.SourcePage,
        SourceKind.Sitemap => phrases.SourceSitemap,
        SourceKind.Folder => phrases.SourceFolder,
        _ => phrases.SourceImport,
    };

    public static string State(Source source, Phrases phrases) => source switch
    {
        { Paused: true } => phrases.SourcePaused,
        { IsAtRest: true } => phrases.SourceAtRest(source.LastError ?? ""),
        { Failures: > 0 } => phrases.SourceFailing(source.LastError ?? ""),
        { LastSuccess: null, Kind: not SourceKind.Import } => phrases.SourceNotYetRead,
        _ => phrases.SourceOk,
    };

    /// <summary>Empty for what is not read regularly.</summary>
    public static string LastRead(Source source, Reader reader) => source switch
    {
        { LastSuccess: { } read } => reader.Ago(read),
        { Kind: SourceKind.Import } => "",
        _ => reader.Phrases.Never,
    };
}
