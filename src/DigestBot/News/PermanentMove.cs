namespace DigestBot.News;

/// <summary>A permanent redirect of a feed that is being watched, before its target is taken for the feed's address.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="Polls">How many answered polls in a row it has led to the feed; none when it leads to articles that the source never had.</param>
internal sealed record PermanentMove(string Target, DateTimeOffset Since, int Polls)
{
    public bool IsStrange => Polls == 0;
}
