namespace DigestBot.Evaluation.Refusing;

/// <summary>Logistic regression by Newton's method (iteratively reweighted least squares), with a small ridge.</summary>
internal static class LogisticFit
{
    private const int Steps = 12;
    private const double Ridge = 1e-3;

    /// <param name="rows">Signals of each example, all of one length.</param>
    /// <param name="right">Whether each is right.</param>
    /// <param name="weights">How much each counts.</param>
    /// <returns>A weight for each signal and, last, the constant.</returns>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> right, IReadOnlyList<double> weights)
    {
        int size = rows[0].Length + 1;
        double[] fitted = new double[size];
        double total = weights.Sum();
        for (int step = 0; step < Steps; step++)
        {
            var system = new double[size, size + 1];
            for (int i = 0; i < rows.Count; i++)
            {
                Add(system, rows[i], fitted, right[i], weights[i]);
            }

            for (int i = 0; i < size - 1; i++)
            {
                system[i, i] += Ridge * total;
                system[i, size] += Ridge * total * fitted[i];
            }

            double[] change = Solve(system);
            for (int i = 0; i < size; i++)
            {
                fitted[i] -= change[i];
            }
        }

        return fitted;
    }

    /// <summary>0 to 1.</summary>
    public static double Apply(double[] fitted, double[] row)
    {
        double sum = fitted[^1];
        for (int i = 0; i < row.Length; i++)
        {
            sum += fitted[i] * row[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static void Add(double[,] system, double[] row, double[] fitted, bool right, double weight)
    {
        double likely = Apply(fitted, row);
        double curve = Math.Max(1e-9, likely * (1 - likely)) * weight, off = (likely - (right ? 1 : 0)) * weight;
        int size = row.Length + 1;
        for (int i = 0; i < size; i++)
        {
            double signal = i < row.Length ? row[i] : 1;
            system[i, size] += off * signal;
            for (int j = 0; j < size; j++)
            {
                system[i, j] += curve * signal * (j < row.Length ? row[j] : 1);
            }
        }
    }

    // Gauss and Jordan; the matrix is symmetric and, by the ridge, never singular.
    private static double[] Solve(double[,] system)
    {
        int size = system.GetLength(0);
        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = 0; row < size; row++)
            {
                double factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (int column = pivot; column <= size && factor != 0; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(i => system[i, size] / system[i, i])];
    }
}
