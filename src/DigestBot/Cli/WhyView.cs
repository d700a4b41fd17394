using System.Text.Json.Serialization;
using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary>Why a story stands where it does, in JSON; the contract of <c>why --json</c>.</summary>
internal sealed record WhyView(
    string Digest, int Place, int Stories, string Story, string? Title, StandingView? Standing, IReadOnlyList<QuoteReasonView> Quotes)
{
    public static WhyView From(StoryExplanation explained) => new(
        explained.DigestId,
        explained.Place,
        explained.Stories,
        explained.Story.Id,
        explained.IsThere ? explained.Story.Title : null,
        explained.Standing is { } standing ? StandingView.From(standing) : null,
        [.. explained.Quotes.Select(QuoteReasonView.From)]);
}

/// <summary>What a story's place comes from, in JSON; the four points add up to the first.</summary>
internal sealed record StandingView(
    double Points,
    double SourcePoints,
    double TopicPoints,
    double RecencyPoints,
    double OpinionPoints,
    double LeastPoints,
    int Rank,
    int Found,
    int Sources,
    int Articles,
    int Read,
    DateTimeOffset Newest)
{
    /// <summary>How many of the sources' publishers are of the first tier here; missing where none is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FirstTier { get; init; }

    /// <summary>How many of them are minor here; missing where none is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MinorTier { get; init; }

    public static StandingView From(StoryStanding standing) => new(
        Rounded.Of(standing.Ranked.Points),
        Rounded.Of(standing.Ranked.SourcePoints),
        Rounded.Of(standing.Ranked.FitPoints),
        Rounded.Of(standing.Ranked.RecencyPoints),
        Rounded.Of(standing.Ranked.OpinionPoints),
        Rounded.Of(standing.Least),
        standing.Rank,
        standing.Found,
        standing.Ranked.Sources,
        standing.Ranked.Story.Articles.Count,
        standing.Read,
        News.ArticleId.Effective(standing.Ranked.Story.Articles[0].Id))
    {
        FirstTier = standing.Ranked.FirstTier,
        MinorTier = standing.Ranked.MinorTier,
    };
}

/// <summary>Why a sentence was chosen, in JSON; without its text where the article is gone.</summary>
internal sealed record QuoteReasonView(int Number, string State, bool Differs, QuoteView? Quote, SentenceScoreView? Score)
{
    /// <summary>Of an edited one, what stands in its place; missing where nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuoteView? Now { get; init; }

    /// <summary>Of an edited one, whether that is the sentence itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Stands { get; init; }

    public static QuoteReasonView From(QuoteExplanation quote) => new(
        quote.Number,
        quote.State.ToString().ToLowerInvariant(),
        quote.Differs,
        quote.State == QuoteState.Gone ? null : QuoteView.From(quote.Quote),
        quote.Score is { } score
            ? new(
                Rounded.Of(score.Score),
                Rounded.Of(score.Average),
                score.Rank,
                quote.Sentences,
                score.IsQuoted,
                Rounded.Of(score.Repeats),
                score.Parts.ToDictionary(part => part.Kind.ToString(), part => Rounded.Of(part.Value)))
            : null)
    {
        Now = quote.Now is { } now ? QuoteView.From(now) : null,
        Stands = quote.State == QuoteState.Edited ? quote.Stands : null,
    };
}

/// <summary>A sentence's score in JSON; average and parts add up to it, but for rounding.</summary>
internal sealed record SentenceScoreView(
    double Score, double Average, int Rank, int Sentences, bool Quoted, double Repeats, IReadOnlyDictionary<string, double> Parts);

/// <summary>More digits would say nothing.</summary>
file static class Rounded
{
    public static double Of(double value) => Math.Round(value, 4) + 0.0; // no negative zero
}
