namespace DigestBot.Summaries;

/// <summary>One row of <see cref="SentenceFeature"/>s for each sentence.</summary>
internal sealed class FeatureTable(int sentences)
{
    public static readonly int Width = Enum.GetValues<SentenceFeature>().Length;

    private readonly float[] _rows = new float[sentences * Width];

    public float this[int sentence, SentenceFeature feature]
    {
        get => _rows[(sentence * Width) + (int)feature];
        set => _rows[(sentence * Width) + (int)feature] = value;
    }

    public ReadOnlySpan<float> Row(int sentence) => _rows.AsSpan(sentence * Width, Width);

    public void Set(int sentence, SentenceFeature feature, double value) => this[sentence, feature] = (float)value;

    public void Set(int sentence, SentenceFeature feature, bool value) => this[sentence, feature] = value ? 1 : 0;

    /// <summary>Divides a feature by its highest value among these sentences.</summary>
    public void AsShare(int start, int end, SentenceFeature feature)
    {
        float most = 1e-9f;
        for (int i = start; i < end; i++)
        {
            most = Math.Max(most, this[i, feature]);
        }

        for (int i = start; i < end; i++)
        {
            this[i, feature] /= most;
        }
    }
}
