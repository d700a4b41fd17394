namespace DigestBot.Evaluation;

/// <summary>How sure the difference between two systems on the same items is (Efron and Tibshirani 1993, percentile interval).</summary>
internal static class PairedBootstrap
{
    private const int Rounds = 1000;

    // A fixed seed: the same files give the same interval.
    private const int Seed = 20_261_123;

    public static (double Difference, double Low, double High) Compare(Figure figure, Figure other)
    {
        var random = new Random(Seed);
        var differences = new double[Rounds];
        int[] items = new int[figure.Items];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = random.Next(items.Length);
            }

            differences[round] = figure.Over(items) - other.Over(items);
        }

        Array.Sort(differences);
        return (figure.Value - other.Value, differences[(int)(Rounds * 0.025)], differences[(int)(Rounds * 0.975)]);
    }
}
