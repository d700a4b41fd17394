using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>Watches a permanent redirect before its target is taken for the feed's address.</summary>
/// <remarks>
/// The networks of hotels and airports answer everything with permanent redirects, and readers that believed them have lost
/// whole lists of feeds. So a target has to be a feed with articles that are known, poll after poll, for days.
/// </remarks>
internal static class MoveProof
{
    private const int LeastPolls = 3;
    private static readonly TimeSpan LeastTime = TimeSpan.FromDays(2);

    /// <summary>The redirect as it stands after this poll was answered by a feed; null when there is none to watch.</summary>
    /// <param name="source">As it was before.</param>
    /// <param name="target">Where permanent redirects led this time, or null.</param>
    /// <param name="now">When it answered.</param>
    public static PermanentMove? After(Source source, Uri? target, DateTimeOffset now)
    {
        if (target is null || source.Kind != SourceKind.Feed || IsDowngrade(source.Location, target))
        {
            return null;
        }

        return source.Move is { } known && known.Target == target.AbsoluteUri
            ? (known.IsStrange ? known : known with { Polls = known.Polls + 1 })
            : new PermanentMove(target.AbsoluteUri, now, 1);
    }

    public static bool IsEnough(PermanentMove? move, DateTimeOffset now) =>
        move is { Polls: >= LeastPolls } && now - move.Since >= LeastTime;

    // Whoever stands between us and the server can send such a redirect only once we ask it without encryption.
    private static bool IsDowngrade(string? location, Uri target) =>
        location?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true && target.Scheme != Uri.UriSchemeHttps;
}
