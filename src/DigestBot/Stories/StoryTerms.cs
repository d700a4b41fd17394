namespace DigestBot.Stories;

/// <summary>The terms that say most about one article, with weights of unit length; sorted by hash.</summary>
internal sealed record StoryTerms(uint[] Hashes, float[] Weights);
