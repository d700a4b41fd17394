using System.Text.Json.Serialization;
using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary>A digest's quotes, re-checked, in JSON; the contract of <c>verify --json</c>.</summary>
internal sealed record VerifyView(string Digest, IReadOnlyList<QuoteCheckView> Items)
{
    public static VerifyView From(string digestId, IReadOnlyList<QuoteCheck> checks) =>
        new(digestId, [.. checks.Select(QuoteCheckView.From)]);
}

/// <summary>One re-checked quote in JSON: unchanged, edited or gone.</summary>
internal sealed record QuoteCheckView(string Text, ArticleView Article, int Start, int Length, string State)
{
    /// <summary>Of an edited one, what stands in its place; missing where nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuoteView? Now { get; init; }

    /// <summary>Of an edited one, whether that is the sentence itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Stands { get; init; }

    public static QuoteCheckView From(QuoteCheck check) => new(
        check.Quote.Text,
        ArticleView.From(check.Quote.Article),
        check.Quote.Start,
        check.Quote.Length,
        check.State.ToString().ToLowerInvariant())
    {
        Now = check.Now is { } now ? QuoteView.From(now) : null,
        Stands = check.State == QuoteState.Edited ? check.Stands : null,
    };
}
