using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;

namespace DigestBot.Adapters;

/// <summary>What must be said before a digest: that it is empty, not of the window that was asked for, or of more than is shown.</summary>
internal static class DigestNotice
{
    /// <summary>Before what a schedule posts: that it comes late, that there is nothing new.</summary>
    public static IEnumerable<string> For(DigestPost post, Reader reader)
    {
        if (post.Late)
        {
            yield return reader.Phrases.DigestLate(reader.Date(post.Due));
        }

        if (post.Digest.Stories.Count == 0)
        {
            yield return post.Digest.Story is not null ? reader.Phrases.StoryFollowedNothingNew
                : post.Digest.Topic is { } topic ? reader.Phrases.DigestNothingNew(topic) : reader.Phrases.DigestNothingNewAll;
        }
    }

    public static string? For(Digest digest, Reader reader)
    {
        string?[] notices =
        [
            Emptiness(digest, reader),
            digest is { Further: > 0, Stories.Count: > 0 } ? reader.Phrases.DigestFurther(digest.Further) : null,
        ];
        string all = string.Join(' ', notices.OfType<string>());
        return all.Length == 0 ? null : all;
    }

    private static string? Emptiness(Digest digest, Reader reader)
    {
        if (digest.Stories.Count == 0)
        {
            return digest.Topic is { } topic ? reader.Phrases.DigestEmpty(topic) : reader.Phrases.DigestEmptyAll;
        }

        return digest.Fallback
            ? reader.Phrases.NewestCoverage(reader.Window(digest.Asked), reader.Window(digest.Window))
            : null;
    }
}
