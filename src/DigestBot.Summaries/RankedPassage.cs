namespace DigestBot.Summaries;

/// <summary>How well a passage answers a question.</summary>
/// <param name="Index">Place of the passage in the list that was ranked.</param>
/// <param name="Score">Order among the passages of one question; about 0 for no relation, rising with the match.</param>
/// <param name="Coverage">
/// Share of the question's content, weighted by rarity, that the passage and (at a discount) its neighbours have: 0 to 1,
/// comparable between questions.
/// </param>
public sealed record RankedPassage(int Index, double Score, double Coverage);
