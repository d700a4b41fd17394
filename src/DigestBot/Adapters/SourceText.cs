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
        { Hidden: true } => phrases.SourceHidden,
        { Paused: true } => phrases.SourcePaused,
        { IsAtRest: true } => phrases.SourceAtRest(source.LastError ?? ""),
        { Failures: > 0 } => phrases.SourceFailing(source.LastError ?? ""),
        { LastSuccess: null, Kind: not SourceKind.Import } => phrases.SourceNotYetRead,
        _ => phrases.SourceOk,
    };

    /// <summary>When it is asked next, and why then; null for what is never read.</summary>
    public static string? NextCheck(Source source, Reader reader) => source switch
    {
        { Kind: SourceKind.Import } => null,
        { Paused: true } => reader.Phrases.SourceNextPaused,
        { NextCheck: { } next, NextWhy: { } why } => NextCheck(new NextCheck(next, why), reader),
        { NextCheck: not null } => reader.Phrases.SourceNextSoon,
        { IsAtRest: true } => reader.Phrases.SourceNextNever,
        _ => null,
    };

    public static string NextCheck(NextCheck next, Reader reader) =>
        reader.Phrases.SourceNextCheck(reader.Date(next.At), Why(next.Why, reader.Phrases));

    private static string Why(CheckReason why, Phrases phrases) => why switch
    {
        CheckReason.AskedByFeed => phrases.CheckAskedByFeed,
        CheckReason.AskedByServer => phrases.CheckAskedByServer,
        CheckReason.Longest => phrases.CheckLongest,
        CheckReason.Skipped => phrases.CheckSkipped,
        CheckReason.BackOff => phrases.CheckBackOff,
        CheckReason.RetryAfter => phrases.CheckRetryAfter,
        CheckReason.Rest => phrases.CheckRest,
        CheckReason.Pushed => phrases.CheckPushed,
        CheckReason.Told => phrases.CheckTold,
        _ => phrases.CheckUsual,
    };

    /// <summary>Empty for what is not read regularly.</summary>
    public static string LastRead(Source source, Reader reader) => source switch
    {
        { LastSuccess: { } read } => reader.Ago(read),
        { Kind: SourceKind.Import } => "",
        _ => reader.Phrases.Never,
    };
}
