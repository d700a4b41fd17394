using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Adapters;

/// <summary>What must be said before a digest: that it is empty, or not of the window that was asked for.</summary>
internal static class DigestNotice
{
    public static string? For(Digest digest, Reader reader)
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
