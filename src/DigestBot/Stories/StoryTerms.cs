namespace DigestBot.Stories;

/// <summary>The terms that say most about one article, with weights that make a unit vector.</summary>
internal sealed record StoryTerms(uint[] Hashes, float[] Weights);
