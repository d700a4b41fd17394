using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary>What is new, in JSON; the contract of <c>catchup --json</c>.</summary>
/// <param name="Since">When it was asked last, or how far back this looks.</param>
/// <param name="Further">How many stories there are beside those of the digest.</param>
/// <param name="Digest">Null where nothing is new.</param>
internal sealed record CatchUpView(DateTimeOffset Since, int Further, DigestView? Digest)
{
    public static CatchUpView From(Digest digest, string? notice) => new(
        digest.Window.From, digest.Further, digest.Stories.Count == 0 ? null : DigestView.From(digest, notice));
}
