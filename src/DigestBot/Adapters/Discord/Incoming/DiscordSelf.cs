using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Knows which user the bot is, and so which messages are its own.</summary>
internal sealed class DiscordSelf(DiscordRestClient rest)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private long _id;

    /// <summary>The gateway has said who we are.</summary>
    public void Know(ulong userId) => Volatile.Write(ref _id, unchecked((long)userId));

    /// <summary>Id of the bot's user; Discord is asked once where nobody has said it.</summary>
    public async ValueTask<ulong> IdAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _id) is not 0 and var known)
        {
            return unchecked((ulong)known);
        }

        DiscordUser user = await rest.GetCurrentUserAsync(new RequestOptions { CancelToken = cancellationToken, Timeout = Patience });
        Know(user.Id);
        return user.Id;
    }
}
