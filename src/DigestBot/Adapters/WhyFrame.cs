using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Adapters;

/// <summary>The bot's own sentences on why a story stands where it does, the same in every layout and free of markup.</summary>
internal static class WhyFrame
{
    private const int MostFor = 3;
    private const int MostAgainst = 2;

    // A part that moves a score by less explains nothing.
    private const double Least = 0.02;

    public static string Heading(StoryExplanation explained, Reader reader) =>
        reader.Phrases.WhyHeading(explained.Place, explained.Stories);

    /// <summary>Why the story has its place.</summary>
    public static IEnumerable<string> Standing(StoryExplanation explained, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        if (explained.Standing is not { } standing)
        {
            yield return explained.IsThere ? phrases.WhyStoryChanged : phrases.WhyStoryGone;
            yield break;
        }

        RankedStory ranked = standing.Ranked;
        yield return phrases.WhySources(ranked.Sources, Points(ranked.SourcePoints, phrases));
        if (ranked.FirstTier + ranked.MinorTier > 0)
        {
            yield return phrases.WhyTiers(ranked.FirstTier, ranked.MinorTier, ranked.Weight.ToString("0.#", phrases.Culture));
        }

        if (ranked.Reprints > 0)
        {
            yield return phrases.WhyReprints(ranked.Reprints);
        }

        if (standing.HasTopic)
        {
            yield return Fit(ranked, phrases);
        }

        DateTimeOffset newest = ArticleId.Effective(ranked.Story.Articles[0].Id);
        yield return phrases.WhyRecency(reader.Date(newest), Points(ranked.RecencyPoints, phrases));
        if (ranked.Opinion != 0)
        {
            yield return phrases.WhyOpinion(ranked.OpinionPoints.ToString("+0.0;-0.0", phrases.Culture), ranked.Opinion.ToString("+0.0 %;-0.0 %", phrases.Culture));
        }

        if (ranked.IsCrowded)
        {
            yield return phrases.WhyCrowded(StoryRanker.MostAlone);
        }

        yield return phrases.WhyRank(
            Points(ranked.Points, phrases), standing.Rank, standing.Found, Points(standing.Least, phrases));
        if (standing.HasTopic && ranked.IsAbout)
        {
            yield return phrases.WhyAboutOnly;
        }

        yield return phrases.WhyRead(standing.Read, ranked.Story.Articles.Count);
    }

    /// <summary>Why a sentence of the story was chosen.</summary>
    public static IEnumerable<string> Reasons(QuoteExplanation quote, StoryExplanation explained, Phrases phrases)
    {
        if (quote.Score is not { } score)
        {
            yield return quote.State switch
            {
                QuoteState.Unchanged => phrases.WhyQuoteNotWeighed,
                QuoteState.Edited => quote.Stands ? phrases.WhyQuoteMoved : phrases.WhyQuoteEdited,
                _ => phrases.WhyQuoteGone(quote.Number),
            };
            yield break;
        }

        if (quote.Differs)
        {
            yield return phrases.WhyQuoteDiffers;
        }

        string[] lifting = Names(score.Parts.Where(part => part.Value >= Least).OrderByDescending(part => part.Value).Take(MostFor), phrases);
        string[] holding = Names(score.Parts.Where(part => part.Value <= -Least).OrderBy(part => part.Value).Take(MostAgainst), phrases);
        yield return lifting.Length > 0 ? phrases.WhyQuoteFor(phrases.List(lifting)) : phrases.WhyQuoteUsual;
        if (holding.Length > 0)
        {
            yield return phrases.WhyQuoteAgainst(phrases.List(holding));
        }

        yield return phrases.WhyQuoteRank(score.Rank, quote.Sentences);
        if (!quote.Differs && score.Rank > explained.Story.Quotes.Count)
        {
            yield return phrases.WhyQuotePassed;
        }
    }

    /// <summary>Of a sentence that its article no longer has: that it is gone, or what announces the nearest one; null for others.</summary>
    public static string? Since(QuoteExplanation quote, Phrases phrases) =>
        quote.State != QuoteState.Edited || quote.Stands ? null : quote.Now is null ? phrases.CorrectionGone : phrases.CorrectionNow;

    private static string Fit(RankedStory ranked, Phrases phrases)
    {
        string points = Points(ranked.FitPoints, phrases);
        return ranked.Fit >= 1 ? phrases.WhyTopicInTitle(points)
            : ranked.IsAbout ? phrases.WhyTopicRepeated(points)
            : phrases.WhyTopicMentioned(points);
    }

    private static string[] Names(IEnumerable<ScorePart> parts, Phrases phrases) => [.. parts.Select(part => Name(part.Kind, phrases))];

    private static string Name(ScorePartKind kind, Phrases phrases) => kind switch
    {
        ScorePartKind.Position => phrases.WhyPartPosition,
        ScorePartKind.Centrality => phrases.WhyPartCentrality,
        ScorePartKind.Corroboration => phrases.WhyPartCorroboration,
        ScorePartKind.Title => phrases.WhyPartTitle,
        ScorePartKind.NamesAndFigures => phrases.WhyPartNamesAndFigures,
        ScorePartKind.Length => phrases.WhyPartLength,
        ScorePartKind.Form => phrases.WhyPartForm,
        ScorePartKind.NewWords => phrases.WhyPartNewWords,
        ScorePartKind.Query => phrases.WhyPartQuery,
        _ => phrases.WhyPartAlreadyTold,
    };

    private static string Points(double points, Phrases phrases) => points.ToString("0.0", phrases.Culture);
}
