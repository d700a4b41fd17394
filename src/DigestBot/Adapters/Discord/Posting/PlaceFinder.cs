using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Chat;
using DigestBot.Discord;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Channel = DigestBot.Discord.Channel;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Knows what kind of place an address is: asks Discord once, and again after something there has changed.</summary>
internal sealed partial class PlaceFinder(DiscordRestClient rest, ChannelStore channels, ILogger<PlaceFinder> logger)
{
    // Only places that changed stand here, each until it is looked at; with more, looking again at all costs less than memory.
    private const int MostChanged = 10_000;

    private readonly ConcurrentDictionary<ulong, bool> _changed = new();

    /// <summary>What was known of the place may not hold any more.</summary>
    public void Changed(ulong channelId)
    {
        if (_changed.Count < MostChanged)
        {
            _changed[channelId] = true;
        }
    }

    /// <returns>Null where nothing can be posted: a category, a directory, no number.</returns>
    /// <exception cref="HttpException">There is no such place, or it cannot be seen.</exception>
    public async Task<PostingPlace?> FindAsync(ChannelRef address, string? reference, CancellationToken cancellationToken)
    {
        if (IdOf(address) is not { } id)
        {
            return null;
        }

        PostingPlace kept = PostingPlace.Read(reference);
        bool changed = _changed.TryRemove(id, out _);
        if (kept.Known && !changed)
        {
            return kept;
        }

        Channel channel = await AskAsync(id, kept, cancellationToken);
        PostingPlace? place = Describe(channel, id, kept);
        if (place is not null && place != kept)
        {
            await KeepAsync(address, reference, place, cancellationToken);
        }

        return place;
    }

    public static ulong? IdOf(ChannelRef address) =>
        ulong.TryParse(address.Id, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) && id > 0 ? id : null;

    /// <summary>The channel of this id, or the conversation with the person of this id.</summary>
    public async Task<Channel> AskAsync(ulong id, PostingPlace kept, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.GetChannelAsync(kept.ConversationId ?? id, PostingRequests.Once(cancellationToken));
        }
        catch (HttpException unknown) when (unknown.DiscordCode == DiscordErrorCode.UnknownChannel && kept.GuildId is null)
        {
            if (await ConversationAsync(id, cancellationToken) is { } conversation)
            {
                return conversation;
            }

            throw;
        }
    }

    public static PostingKind? KindOf(ChannelType type) => type switch
    {
        ChannelType.Text or ChannelType.Voice or ChannelType.Stage or ChannelType.DM or ChannelType.Group => PostingKind.Plain,
        ChannelType.News => PostingKind.Announcement,
        ChannelType.NewsThread or ChannelType.PublicThread or ChannelType.PrivateThread => PostingKind.Thread,
        ChannelType.Forum or ChannelType.Media => PostingKind.Forum,
        _ => null,
    };

    private async Task<Channel?> ConversationAsync(ulong userId, CancellationToken cancellationToken)
    {
        try
        {
            return await rest.CreateDMAsync(userId, PostingRequests.Once(cancellationToken));
        }
        catch (HttpException refused) when (refused.IsDiscordsWord && (int)refused.HttpCode is 400 or 403 or 404)
        {
            return null; // nobody has this id
        }
    }

    private static PostingPlace? Describe(Channel channel, ulong id, PostingPlace kept) => KindOf(channel.Type) is { } kind
        ? kept with
        {
            Kind = kind,
            GuildId = channel.GuildId,
            ConversationId = channel.Id == id ? null : channel.Id,
            Name = channel.Name,
            Known = true,
        }
        : null;

    // Not kept is asked again; nothing is lost by that. What people wished for meanwhile stays as it is.
    private async Task KeepAsync(ChannelRef address, string? reference, PostingPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await channels.ReferAsync(address, reference, place.Write(), cancellationToken);
        }
        catch (StoreException exception)
        {
            LogNotKept(address, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What {Channel} is could not be kept: {Reason}")]
    private partial void LogNotKept(ChannelRef channel, string reason);
}
