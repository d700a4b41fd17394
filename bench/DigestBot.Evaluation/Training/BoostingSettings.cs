namespace DigestBot.Evaluation.Training;

/// <summary>How trees are grown.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Leaves">Of each tree, at most.</param>
/// <param name="Rate">What each tree corrects of the error that is left.</param>
/// <param name="LeastRows">Rows behind a leaf, at least.</param>
/// <param name="Penalty">L2 penalty on the values of leaves, in weights of rows.</param>
/// <param name="Items">Share of the items that a tree sees, drawn anew for each; only where trees are fitted to lists.</param>
/// <param name="Features">Share of the features that a tree may ask for, drawn anew for each.</param>
internal sealed record BoostingSettings(int Trees, int Leaves, double Rate, int LeastRows, double Penalty, double Items = 1, double Features = 1)
{
    public static BoostingSettings Usual { get; } = new(Trees: 100, Leaves: 8, Rate: 0.15, LeastRows: 100, Penalty: 1);
}
