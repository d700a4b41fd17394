using System.Globalization;
using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Counts refusals of a channel; the one that parks it also tells its managers, in the same transaction.</summary>
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
    public async Task RefusedAsync(Channel channel, string reason, CancellationToken cancellationToken)
    {
        // While a post of the channel is held, only opening the channel changes the count, and that lowers it.
        IReadOnlyList<NewPost> notices = channel.Refusals + 1 >= options.Value.ParkAfter
            ? await NoticesAsync(channel, reason, cancellationToken)
            : [];
        int queued = await database.InTransactionAsync(
            async transaction => await channels.RefusedAsync(transaction, channel, reason, options.Value.ParkAfter)
                ? await posts.AddAsync(transaction, notices)
                : 0,
            cancellationToken);
        if (queued > 0)
        {
            bell.Ring();
        }
    }

    private async Task<IReadOnlyList<NewPost>> NoticesAsync(Channel channel, string reason, CancellationToken cancellationToken)
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
                    string.Create(CultureInfo.InvariantCulture, $"parked/{channel.Id}/{now.ToUnixTimeMilliseconds()}/{manager.Id}"),
                    OccurrenceId: null,
                    manager,
                    Part: 1,
                    Parts: 1,
                    adapter.Lay(reader.Phrases.ChannelParked(channel.Address.ToString(), reason), reader),
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
