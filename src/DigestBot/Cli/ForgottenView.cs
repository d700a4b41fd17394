using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>What was taken out of the store with an article, in JSON; the contract of <c>articles forget --json</c>.</summary>
internal sealed record ForgottenView(int Articles, int Digests, int Posts, int Stopped, int Conversations, bool Wiped)
{
    public static ForgottenView From(Erased erased) => new(
        erased.Articles, erased.Digests, erased.Posts, erased.Stopped, erased.Conversations, erased.Wiped);
}

/// <summary>Whether an address had been forgotten, in JSON; the contract of <c>articles allow --json</c>.</summary>
internal sealed record AllowedView(bool Allowed);
