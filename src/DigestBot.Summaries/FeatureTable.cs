namespace DigestBot.Summaries;

/// <summary>One value of each feature for each thing that a model weighs: a sentence, a passage, a word.</summary>
/// <remarks>
/// Kept feature by feature, so that trees look at many rows at once. What a number of a feature means is said by an
/// enumeration such as <see cref="SentenceFeature"/>.
/// </remarks>
internal sealed class FeatureTable(int rows, int width)
{
    private readonly float[] _values = new float[rows * width];

    public int Rows => rows;

    public int Width => width;

    public float this[int row, int feature] => _values[(feature * rows) + row];

    public float this[int sentence, SentenceFeature feature] => this[sentence, (int)feature];

    public static int WidthOf<TFeature>() where TFeature : struct, Enum => Enum.GetValues<TFeature>().Length;

    public static FeatureTable OfSentences(int sentences) => new(sentences, WidthOf<SentenceFeature>());

    public Span<float> Of(int feature) => _values.AsSpan(feature * rows, rows);

    public void Set(int row, int feature, double value) => _values[(feature * rows) + row] = (float)value;

    public void Set(int sentence, SentenceFeature feature, double value) => Set(sentence, (int)feature, value);

    public void Set(int sentence, SentenceFeature feature, bool value) => Set(sentence, (int)feature, value ? 1 : 0);

    /// <summary>Divides a feature by its highest value among these sentences.</summary>
    public void AsShare(int start, int end, SentenceFeature feature)
    {
        Span<float> values = Of((int)feature)[start..end];
        float most = 1e-9f;
        foreach (float value in values)
        {
            most = Math.Max(most, value);
        }

        foreach (ref float value in values)
        {
            value /= most;
        }
    }
}
