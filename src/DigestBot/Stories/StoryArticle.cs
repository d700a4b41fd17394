using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>What grouping looks at in an article.</summary>
/// <param name="Id">Becomes the story's id if the article founds one.</param>
/// <param name="Effective">When it was published or seen; null where nothing is known of it, and so nothing is held against it.</param>
/// <param name="Publisher">Any number that two articles share if they come from one publisher; 0 for unknown.</param>
/// <param name="Vector">Its terms.</param>
internal sealed record StoryArticle(long Id, DateTimeOffset? Effective, long Publisher, TermVector Vector)
{
    /// <summary>Whether it is a headline and nothing else: no text, and no time.</summary>
    public bool IsBare
    {
        get
        {
            for (int i = 0; i < Vector.Hashes.Length; i++)
            {
                if (!Vector.InTitleAt(i))
                {
                    return false;
                }
            }

            return Effective is null;
        }
    }
}
