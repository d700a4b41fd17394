namespace DigestBot.Summaries;

/// <summary>One value of each <see cref="SentenceFeature"/> for each sentence.</summary>
/// <remarks>Kept feature by feature, so that trees look at many sentences at once.</remarks>
internal sealed class FeatureTable(int sentences)
{
    public static readonly int Width = Enum.GetValues<SentenceFeature>().Length;

    private readonly float[] _values = new float[sentences * Width];

    public int Sentences => sentences;

    public float this[int sentence, SentenceFeature feature] => _values[((int)feature * sentences) + sentence];

    public Span<float> Of(SentenceFeature feature) => _values.AsSpan((int)feature * sentences, sentences);

    public void Set(int sentence, SentenceFeature feature, double value) => _values[((int)feature * sentences) + sentence] = (float)value;

    public void Set(int sentence, SentenceFeature feature, bool value) => Set(sentence, feature, value ? 1 : 0);

    /// <summary>Divides a feature by its highest value among these sentences.</summary>
    public void AsShare(int start, int end, SentenceFeature feature)
    {
        Span<float> values = Of(feature)[start..end];
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
