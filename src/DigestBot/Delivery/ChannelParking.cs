using System.Globalization;
using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>
/// Counts refusals of a channel; the one that parks it also tells its managers, in the same transaction. So does whoever
/// opens it again unasked.
/// </summary>
internal sealed class ChannelParking(
    Database database,
    ChannelStore channels,
    SpaceStore spaces,
    PostStore posts,
    IEnumerable<IChatAdapter> adapters,
    IOptions<DeliveryOptions> options,
    IOptions<ChatOptions> chat,
    TimeProvider clock,
    PostBell bell)
{
    /// <param name="channel">As it was when the post was taken.</param>
    /// <param name="reason">One sentence.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task RefusedAsync(Channel channel, string reason, CancellationToken cancellationToken) =>
        RefusedAsync(channel, reason, options.Value.ParkAfter, looks: true, cancellationToken);

    /// <summary>Parks a conversation that the person closed, until somebody opens it: looking at it would not tell.</summary>
    /// <param name="channel">As it was when the post was taken.</param>
    /// <param name="reason">One sentence.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task ClosedAsync(Channel channel, string reason, CancellationToken cancellationToken) =>
        RefusedAsync(channel, reason, parkAfter: 1, looks: false, cancellationToken);

    /// <summary>Parks a place that is gone, as its platform tells unasked: no post has to be refused there first.</summary>
    /// <param name="address">Where.</param>
    /// <param name="reason">One sentence.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task LostAsync(ChannelRef address, string reason, CancellationToken cancellationToken)
    {
        foreach (Channel channel in await channels.OfAddressAsync(address, cancellationToken))
        {
            await RefusedAsync(channel, reason, parkAfter: 1, looks: true, cancellationToken);
        }
    }

    /// <summary>Opens a channel that the platform lets us post to again.</summary>
    /// <param name="channel">As it was when it was found parked; where somebody opened it since, nobody is told.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task HealedAsync(Channel channel, CancellationToken cancellationToken)
    {
        IReadOnlyList<NewPost> notices = await NoticesAsync(
            channel, "open", phrases => phrases.ChannelReopened(channel.Address.ToString()), cancellationToken);
        await database.InTransactionAsync(
            async transaction => await channels.ReopenAsync(transaction, channel) ? await posts.AddAsync(transaction, notices) : 0,
            cancellationToken);
        bell.Ring();
    }

    private async Task RefusedAsync(Channel channel, string reason, int parkAfter, bool looks, CancellationToken cancellationToken)
    {
        // While a post of the channel is held, only opening the channel changes the count, and that lowers it.
        IReadOnlyList<NewPost> notices = channel.Refusals + 1 >= parkAfter
            ? await NoticesAsync(channel, "parked", phrases => phrases.ChannelParked(channel.Address.ToString(), reason), cancellationToken)
            : [];
        int queued = await database.InTransactionAsync(
            async transaction => await channels.RefusedAsync(transaction, channel, reason, parkAfter, looks)
                ? await posts.AddAsync(transaction, notices)
                : 0,
            cancellationToken);
        if (queued > 0)
        {
            bell.Ring();
        }
    }

    private async Task<IReadOnlyList<NewPost>> NoticesAsync(
        Channel channel, string about, Func<Phrases, string> sentence, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var notices = new List<NewPost>();
        foreach (Channel manager in await channels.ManagersAsync(channel, cancellationToken))
        {
            // A place of a platform that is not connected any more cannot be told anything.
            if (adapters.FirstOrDefault(other => other.Platform == manager.Address.Platform) is { } adapter)
            {
                Reader reader = await ReaderAsync(manager, cancellationToken);
                notices.Add(new NewPost(
                    string.Create(CultureInfo.InvariantCulture, $"{about}/{channel.Id}/{now.ToUnixTimeMilliseconds()}/{manager.Id}"),
                    OccurrenceId: null,
                    manager,
                    Part: 1,
                    Parts: 1,
                    adapter.Lay(sentence(reader.Phrases), reader),
                    MentionRole: null,
                    now + options.Value.GiveUpAfter));
            }
        }

        return notices;
    }

    private async Task<Reader> ReaderAsync(Channel channel, CancellationToken cancellationToken)
    {
        Space? space = await spaces.FindAsync(channel.SpaceId, cancellationToken);
        Phrases phrases = Phrases.Find(space?.Language ?? chat.Value.Language) ?? Phrases.English;
        return Reader.In(phrases, space?.TimeZone ?? "Etc/UTC", clock);
    }
}
