namespace DigestBot.Summaries;

/// <summary>What <see cref="SentenceScorer"/> gives a sentence, part by part.</summary>
internal readonly record struct PlainScore(double Position, double Centrality, double Title, double Leaning)
{
    public double Sum => Position + Centrality + Title - Leaning;
}
