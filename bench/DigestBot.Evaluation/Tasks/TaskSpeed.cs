using System.Globalization;

namespace DigestBot.Evaluation.Tasks;

/// <summary>The line that a prediction prints on standard error.</summary>
internal static class TaskSpeed
{
    public static string Describe(int items, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{items} items, {elapsed.TotalSeconds:F3} seconds, {items / Math.Max(elapsed.TotalSeconds, 1e-9):F0} items/s, threads 1");
}
