using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Why a story stands where it does in a digest, and why its sentences were chosen, from what is stored now.</summary>
/// <param name="DigestId">The digest.</param>
/// <param name="Place">Of the story there, from 1.</param>
/// <param name="Stories">How many the digest has.</param>
/// <param name="Story">As the digest shows it.</param>
/// <param name="Standing">Null where the articles are no longer there as they were.</param>
/// <param name="Quotes">One for each quote that was asked about, in the digest's order.</param>
internal sealed record StoryExplanation(
    string DigestId, int Place, int Stories, DigestStory Story, StoryStanding? Standing, IReadOnlyList<QuoteExplanation> Quotes)
{
    /// <summary>Whether anything of it can still be seen; a digest must not show what was removed since.</summary>
    public bool IsThere => Standing is not null || Quotes.Any(quote => quote.State != QuoteState.Gone);
}

/// <summary>What a story's place comes from.</summary>
/// <param name="Ranked">Its points.</param>
/// <param name="Rank">Its place by points among those found, from 1.</param>
/// <param name="Found">How many were found and are no filler.</param>
/// <param name="Least">Points below which a story is filler.</param>
/// <param name="HasTopic">Whether the digest is about a topic.</param>
/// <param name="Read">How many of its articles were read for quotes.</param>
internal sealed record StoryStanding(RankedStory Ranked, int Rank, int Found, double Least, bool HasTopic, int Read);

/// <summary>Why a sentence was chosen.</summary>
/// <param name="Number">Its place among the story's quotes, from 1.</param>
/// <param name="Quote">As the digest shows it.</param>
/// <param name="State">How it stands against the stored article.</param>
/// <param name="Score">What its score is made of; null unless the article has it unchanged.</param>
/// <param name="Sentences">How many it was chosen from.</param>
internal sealed record QuoteExplanation(int Number, Citation Quote, QuoteState State, SentenceExplanation? Score, int Sentences)
{
    /// <summary>Of an article that was edited, what stands there in its place; see <see cref="QuoteCheck.Now"/>.</summary>
    public Citation? Now { get; init; }

    /// <summary>Whether that is the sentence itself.</summary>
    public bool Stands { get; init; }

    /// <summary>Whether it is there because its figure and that of the quote beside it differ.</summary>
    public bool Differs { get; init; }
}
