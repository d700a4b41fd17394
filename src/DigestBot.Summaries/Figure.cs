namespace DigestBot.Summaries;

/// <summary>How exact a figure is meant to be.</summary>
internal enum FigureKind
{
    Exact,
    AtLeast,
    About,
}

/// <summary>A count in a sentence.</summary>
/// <param name="Counts">What it counts: equal for figures that can be held against each other.</param>
/// <param name="Value">How many.</param>
/// <param name="Kind">How exact that is.</param>
/// <param name="IsFate">Whether people are counted to whom something happened.</param>
internal sealed record Figure(string Counts, long Value, FigureKind Kind, bool IsFate)
{
    // Rounded, so much apart is the same count.
    private const double Rounding = 0.15;

    // More than so much above what is said to be the least is another count.
    private const double AboveLeast = 1.2;

    /// <summary>Whether both cannot well be said of one count.</summary>
    public bool Differs(Figure other)
    {
        if (Value == other.Value)
        {
            return false;
        }

        (Figure low, Figure high) = Value < other.Value ? (this, other) : (other, this);
        double apart = (double)(high.Value - low.Value) / high.Value;
        return low.Kind == FigureKind.AtLeast ? high.Value > AboveLeast * low.Value
            : low.Kind == FigureKind.About || high.Kind == FigureKind.About || IsRound(low.Value) || IsRound(high.Value) ? apart > Rounding
            : true;
    }

    private static bool IsRound(long value) => value >= 100 && value % (value >= 1000 ? 100 : 10) == 0;
}
