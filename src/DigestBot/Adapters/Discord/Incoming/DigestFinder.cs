using DigestBot.Discord;
using DigestBot.Store;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Finds the digest that is meant: by the message that is referred to, or by the one that a thread began from.</summary>
internal sealed partial class DigestFinder(
    DiscordRestClient rest, DiscordAccount account, ConversationStore conversations, TimeProvider clock, ILogger<DigestFinder> logger)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly RecentAnswers<ulong, string?> _starters = new(MostKept, Kept, clock);

    /// <summary>What a message of ours is about; null for messages of others, and for those about no digest.</summary>
    public async Task<DigestMark?> MarkOfAsync(Message? message, CancellationToken cancellationToken) =>
        message is not null && await IsOwnAsync(message, cancellationToken) ? DigestMark.Of(message) : null;

    public async Task<bool> IsOwnAsync(Message message, CancellationToken cancellationToken) =>
        message.Author.Id == await account.UserIdAsync(cancellationToken);

    /// <summary>A thread that nothing was said in yet talks about the digest that it was begun from.</summary>
    /// <remarks>Written into its conversation, so that whatever is shown there later comes before it.</remarks>
    public async Task BeginAsync(Space space, ulong channelId, Channel? channel, CancellationToken cancellationToken)
    {
        if (channel is { IsThread: false })
        {
            return;
        }

        string place = DiscordKeys.Of(channelId);
        Conversation conversation = await conversations.FindAsync(space, place, cancellationToken);
        if (conversation is { DigestId: null, Turns: [] }
            && await StarterAsync(channelId, channel, cancellationToken) is { } digest)
        {
            await conversations.SaveAsync(space, place, new(digest, []), cancellationToken);
        }
    }

    private async Task<string?> StarterAsync(ulong channelId, Channel? channel, CancellationToken cancellationToken)
    {
        if (_starters.TryGet(channelId, out string? known))
        {
            return known;
        }

        try
        {
            // A thread has the id of the message that it was begun from. That stands in the channel; in a forum, in the thread itself.
            channel ??= await rest.GetChannelAsync(channelId, Quickly(cancellationToken));
            Message? starter = channel is { IsThread: true, ParentId: { } parent }
                ? await FindAsync(parent, channelId, cancellationToken) ?? await FindAsync(channelId, channelId, cancellationToken)
                : null;
            string? digest = (await MarkOfAsync(starter, cancellationToken))?.DigestId;
            _starters.Set(channelId, digest);
            return digest;
        }
        catch (Exception exception) when (DiscordFailure.Is(exception))
        {
            LogUnknown(channelId, exception.Message);
            return null;
        }
    }

    private async Task<Message?> FindAsync(ulong channel, ulong message, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.GetMessageAsync(channel, message, Quickly(cancellationToken));
        }
        catch (HttpException exception) when (exception is not RateLimitedException && (int)exception.HttpCode is >= 400 and < 500)
        {
            return null;
        }
    }

    private static RequestOptions Quickly(CancellationToken cancellationToken) =>
        new() { CancelToken = cancellationToken, Timeout = Patience, RetryMode = RetryMode.None };

    [LoggerMessage(Level = LogLevel.Debug, Message = "It is not known which message began thread {ChannelId}: {Problem}")]
    private partial void LogUnknown(ulong channelId, string problem);
}
