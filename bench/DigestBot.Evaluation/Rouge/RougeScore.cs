namespace DigestBot.Evaluation.Rouge;

/// <summary>Precision, recall and their harmonic mean, 0 to 1.</summary>
internal readonly record struct RougeScore(double Precision, double Recall)
{
    public double F => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static RougeScore Of(int hits, int candidate, int reference) =>
        new((double)hits / Math.Max(candidate, 1), (double)hits / Math.Max(reference, 1));
}
