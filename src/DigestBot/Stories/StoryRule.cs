namespace DigestBot.Stories;

/// <summary>How alike an article and a story, or two stories, have to be. Chosen on labelled sets, see bench/results.</summary>
/// <remarks>
/// Likeness is the mean cosine between the articles of two groups, divided by the mean cosine within each. Unlike the cosine
/// of two centroids it does not grow with the size of the groups, so one threshold serves a pair and a crowd. A group of one
/// has no cosine within: <see cref="AssumedPairs"/> pairs of the <see cref="Expected"/> cosine are assumed in every group.
/// </remarks>
/// <param name="Expected">Cosine that two articles on one event are expected to have.</param>
/// <param name="Join">An article joins the story that is most like it, from this likeness on.</param>
/// <param name="Merge">Two stories become one from this likeness on.</param>
internal sealed record StoryRule(double Expected, double Join, double Merge)
{
    private const double AssumedPairs = 2;
    private const double LeastCoherence = 0.02;

    public static readonly StoryRule Usual = new(Expected: 0.3, Join: 0.54, Merge: 1);

    /// <summary>For bare headlines of unknown time.</summary>
    /// <remarks>They tell too little to part one event from the next: groups are as wide as a running topic.</remarks>
    public static readonly StoryRule Wide = new(Expected: 1, Join: 0.14, Merge: 0.25);

    /// <summary>Mean cosine within a group of unit vectors.</summary>
    /// <param name="squaredNorm">Of the sum of the vectors.</param>
    /// <param name="articles">How many vectors that are.</param>
    public double Coherence(double squaredNorm, int articles) => Math.Max(
        LeastCoherence,
        (squaredNorm - articles + (AssumedPairs * Expected)) / (((double)articles * (articles - 1)) + AssumedPairs));

    /// <summary>Likeness of two groups from the mean cosine between them and their coherences.</summary>
    public static double Likeness(double between, double left, double right) => between / Math.Sqrt(left * right);
}
