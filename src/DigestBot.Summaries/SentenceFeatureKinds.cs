namespace DigestBot.Summaries;

/// <summary>Which part of an explanation each feature of the model belongs to.</summary>
internal static class SentenceFeatureKinds
{
    /// <summary>How many kinds there are.</summary>
    public static int Count { get; } = Enum.GetValues<ScorePartKind>().Length;

    /// <summary>The number of the kind of each feature.</summary>
    public static IReadOnlyList<int> All { get; } = [.. Enum.GetValues<SentenceFeature>().Select(feature => (int)Of(feature))];

    public static ScorePartKind Of(SentenceFeature feature) => feature switch
    {
        SentenceFeature.Position or SentenceFeature.RelativePosition
            or SentenceFeature.SourceLength or SentenceFeature.SourcePlace => ScorePartKind.Position,
        SentenceFeature.Forward or SentenceFeature.Backward or SentenceFeature.Central or SentenceFeature.Centroid
            or SentenceFeature.MeanFrequency or SentenceFeature.LikeFirst or SentenceFeature.LikeNeighbours
            or SentenceFeature.MeanForward or SentenceFeature.MeanBackward or SentenceFeature.Recurring => ScorePartKind.Centrality,
        SentenceFeature.Across or SentenceFeature.MeanAcross or SentenceFeature.LikeOtherLeads
            or SentenceFeature.Corroborated or SentenceFeature.Sources => ScorePartKind.Corroboration,
        SentenceFeature.TitleHad or SentenceFeature.TitleShare or SentenceFeature.OtherTitleHad => ScorePartKind.Title,
        SentenceFeature.Numbers or SentenceFeature.Capitals => ScorePartKind.NamesAndFigures,
        SentenceFeature.Words => ScorePartKind.Length,
        SentenceFeature.TermShare or SentenceFeature.Quotation or SentenceFeature.StartsQuoted or SentenceFeature.Leans
            or SentenceFeature.Asks or SentenceFeature.Attributes or SentenceFeature.Bracket => ScorePartKind.Form,
        SentenceFeature.New => ScorePartKind.NewWords,
        _ => throw new InvalidOperationException($"The feature {feature} belongs to no part."),
    };
}
