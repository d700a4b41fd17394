using System.Text.Json.Serialization;
using DigestBot.Ingest;

namespace DigestBot.Cli;

/// <summary>What an address would give, and what would be decided about it, in JSON.</summary>
internal sealed record SourceTestView(
    string Location,
    string? Kind,
    string? Title,
    string? FoundBy,
    AnswerSeenView? Answer,
    EntriesView Entries,
    string? Robots,
    DateTimeOffset? NextCheck,
    string? NextCheckWhy,
    IReadOnlyList<string> OtherFeeds,
    IReadOnlyList<FoundArticleView> Articles,
    IReadOnlyList<string> Problems)
{
    public static SourceTestView From(SourceTest test) => new(
        test.Location,
        test.Kind is { } kind ? SourceView.KindName(kind) : null,
        test.Title,
        SourceView.Word(test.Sight?.By),
        AnswerSeenView.From(test),
        new(test.Articles.Count + test.WithoutText, test.WithoutText, test.WithoutDate, test.WithoutLink),
        test.Sight is null ? null : test.RobotsAsked ? "allowed" : "notAsked",
        test.Next?.At,
        SourceView.Word(test.Next?.Why),
        test.Others,
        [.. test.Articles.Select(FoundArticleView.From)],
        test.Problems);
}

/// <summary>How a server answered, in JSON.</summary>
internal sealed record AnswerSeenView(
    int Status, IReadOnlyList<RedirectView> Redirects, string Format, string Encoding, int Bytes, int Listed, bool Etag, bool LastModified)
{
    public static AnswerSeenView? From(SourceTest test) => test.Sight is not { } sight ? null : new(
        sight.Status,
        [.. sight.Redirects.Zip(test.Redirects, (hop, target) => new RedirectView(hop.Status, target))],
        sight.Format,
        sight.Encoding,
        sight.Bytes,
        sight.Entries,
        test.Validators.ETag,
        test.Validators.LastModified);
}

/// <summary>A redirect that was followed, in JSON.</summary>
internal sealed record RedirectView(int Status, string To);

/// <summary>How many entries were read, and what they lack, in JSON.</summary>
internal sealed record EntriesView(int Read, int WithoutText, int WithoutDate, int WithoutLink);

/// <summary>An article as it would be stored, in JSON.</summary>
internal sealed record FoundArticleView(
    string Title,
    string Url,
    DateTimeOffset? Published,
    DateTimeOffset Effective,
    string EffectiveWhy,
    string? Language,
    string? ReadAs,
    int Words,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Modified,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Image,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Paywall)
{
    public static FoundArticleView From(FoundArticle found) => new(
        found.Article.Title,
        found.Article.Url,
        found.Article.Published,
        found.Article.Effective,
        SourceView.Word<DateBasis>(found.Basis)!,
        found.Article.Language,
        found.ReadAs,
        found.Words,
        SourceView.Word<TextExtent>(found.Extent)!,
        found.Article.Modified,
        found.Image is { } image ? FeedAddress.Shown(image.AbsoluteUri) : null,
        found.Article.IsPaywalled ? true : null);
}
