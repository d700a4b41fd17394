using System.Globalization;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Looks for parts that may have arrived: among our own messages, by the nonce in their buttons.</summary>
/// <remarks>What has no buttons, a notice, is known by its text.</remarks>
internal sealed class PostFinder(DiscordRestClient rest, DiscordAccount account, ChannelRights rights, TimeProvider clock)
{
    /// <summary>So many hundred messages are looked through; in a busier channel it is not known.</summary>
    private const int MostPages = 20;

    /// <summary>Of the forum's posts, so many of ours are looked at, newest first.</summary>
    private const int MostPosts = 50;

    /// <summary>First messages that are not asked for again: what they carry to be known by never changes.</summary>
    private const int MostFirsts = 500;

    private static readonly TimeSpan FirstsKept = TimeSpan.FromHours(6);

    // Discord's clock tells when a message came, ours when the request began.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    // A look that is cut short goes on from there the next time, so that a forum of any size is looked through at last.
    private readonly RecentAnswers<ulong, Message> _firsts = new(MostFirsts, FirstsKept, clock);

    /// <summary>In a channel or thread.</summary>
    /// <exception cref="HttpException">The history cannot be read.</exception>
    public async Task<Lookup> InChannelAsync(OutgoingPart part, ulong channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ulong self = await account.UserIdAsync(cancellationToken);
        MessageProperties sent = DiscordBody.Read(part.Body, part.Nonce);
        ulong after = SnowflakeUtils.ToSnowflake(since - ClockTolerance);
        for (int page = 0; page < MostPages; page++)
        {
            IReadOnlyList<Message> messages = await rest.GetMessagesAsync(channel, after: after, options: PostingRequests.Looking(cancellationToken));
            if (messages.FirstOrDefault(message => message.Author.Id == self && Is(message, part, sent)) is { } found)
            {
                return Found(found.Id);
            }

            if (messages.Count < DiscordLimits.HistoryPage)
            {
                return (page == 0 && messages.Count == 0 && !await MayReadAsync(channel, cancellationToken))
                    ? new Lookup.NotKnown("I may not read what stands in the channel: Read Message History is missing")
                    : new Lookup.Missing();
            }

            after = messages.Max(message => message.Id);
        }

        return new Lookup.NotKnown("Too much was written there meanwhile to look through");
    }

    /// <summary>Among the open posts of a forum. Their first messages have the posts' own ids.</summary>
    /// <exception cref="HttpException">The posts cannot be read.</exception>
    public async Task<Lookup> InForumAsync(
        OutgoingPart part, PostingPlace place, ulong forum, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (place.GuildId is not { } guild)
        {
            return new Lookup.NotKnown("It is not known which server the forum belongs to");
        }

        ulong self = await account.UserIdAsync(cancellationToken);
        MessageProperties sent = DiscordBody.Read(part.Body, part.Nonce);
        ulong after = SnowflakeUtils.ToSnowflake(since - ClockTolerance);
        ThreadList open = await rest.GetActiveThreadsAsync(guild, PostingRequests.Looking(cancellationToken));
        Channel[] ours =
        [
            .. open.Threads.Where(thread => thread.ParentId == forum && thread.OwnerId == self && thread.Id >= after)
                .OrderByDescending(thread => thread.Name == PostingMessage.NameOf(sent)).ThenByDescending(thread => thread.Id),
        ];
        foreach (Channel post in ours.Take(MostPosts))
        {
            if (await FirstOfAsync(post.Id, cancellationToken) is { } first && Is(first, part, sent))
            {
                return Found(post.Id);
            }
        }

        return ours.Length > MostPosts ? new Lookup.NotKnown("There are too many posts to look through") : new Lookup.Missing();
    }

    // To whom may not read it, Discord shows a history without messages.
    private async Task<bool> MayReadAsync(ulong channelId, CancellationToken cancellationToken)
    {
        Channel channel = await rest.GetChannelAsync(channelId, PostingRequests.Looking(cancellationToken));
        return channel.GuildId is null
            || (await rights.OfAsync(channel, cancellationToken)).Granted.HasFlag(GuildPermission.ReadMessageHistory);
    }

    private async Task<Message?> FirstOfAsync(ulong post, CancellationToken cancellationToken)
    {
        if (_firsts.TryGet(post, out Message? known))
        {
            return known;
        }

        try
        {
            Message first = await rest.GetMessageAsync(post, post, PostingRequests.Looking(cancellationToken));
            _firsts.Set(post, first);
            return first;
        }
        catch (HttpException gone) when (gone.DiscordCode is DiscordErrorCode.UnknownMessage or DiscordErrorCode.UnknownChannel)
        {
            return null;
        }
    }

    private static bool Is(Message message, OutgoingPart part, MessageProperties sent) => DigestMark.Of(message) switch
    {
        { Nonce: { } nonce } => nonce == part.Nonce,
        _ when sent.Components is { Count: > 0 } => false,
        _ => message.Content == (sent.Content ?? "") && Texts(message.Embeds).SequenceEqual(Texts(sent.Embeds)),
    };

    private static IEnumerable<string?> Texts(IReadOnlyList<Embed>? embeds) => (embeds ?? []).Select(embed => embed.Description);

    private static Lookup.Found Found(ulong id) => new(id.ToString(CultureInfo.InvariantCulture));
}
