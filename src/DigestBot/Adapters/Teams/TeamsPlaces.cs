using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>Keeps how each place is reached, from everything that comes from there, and finds it again.</summary>
internal sealed class TeamsPlaces(ChannelStore channels, SpaceStore spaces, TrustedServiceUrls services, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly RecentAnswers<string, string> _kept = new(MostRemembered, Remembered, clock);

    /// <summary>Keeps what an activity tells of its place; for a channel, of its team as well.</summary>
    public async Task KeepAsync(IActivity activity, CancellationToken cancellationToken)
    {
        if (TeamsPlace.Of(activity) is not { } place || !TeamsKeys.IsKey(place.ConversationId))
        {
            return;
        }

        await KeepAsync(activity, TeamsKeys.Of(place.ConversationId), place, cancellationToken);
        if (place.TeamId is { } team && team != place.ConversationId)
        {
            await KeepAsync(activity, TeamsKeys.Of(team), place with { ConversationId = team, Name = null }, cancellationToken);
        }
    }

    /// <summary>How a place is reached: as it is kept there, otherwise as its team is.</summary>
    /// <returns>Null where nothing ever came from there.</returns>
    public async Task<TeamsPlace?> FindAsync(ChannelRef address, string? reference, CancellationToken cancellationToken)
    {
        ChannelRef place = TeamsKeys.Of(ThreadId.Channel(address.Id));
        if (TeamsPlace.Read(reference) is { } known)
        {
            return known;
        }

        foreach (Channel channel in await channels.OfAddressAsync(address, cancellationToken))
        {
            if (await spaces.FindAsync(channel.SpaceId, cancellationToken) is { } space
                && await FindAsync(space.Key, place, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Same, for a place of that space.</summary>
    public async Task<TeamsPlace?> FindAsync(string spaceKey, ChannelRef place, CancellationToken cancellationToken)
    {
        if (TeamsPlace.Read(await channels.ReferenceAsync(spaceKey, place, cancellationToken)) is { } own)
        {
            return own;
        }

        return ChannelRef.TryParse(spaceKey, out ChannelRef? home)
            && TeamsPlace.Read(await channels.ReferenceAsync(spaceKey, home, cancellationToken)) is { TeamId: not null } team
                ? team with { ConversationId = place.Id, Name = null }
                : null;
    }

    /// <summary>Whether the service of the place may see the bot's token; it was named by an activity that was checked then.</summary>
    public bool Trust(TeamsPlace place) => services.Trust(place.ServiceUrl);

    private async Task KeepAsync(IActivity activity, ChannelRef address, TeamsPlace place, CancellationToken cancellationToken)
    {
        string reference = place.Write();
        if (_kept.TryGet(address.ToString(), out string? last) && last == reference)
        {
            return;
        }

        Space space = await spaces.GetOrAddAsync(TeamsKeys.Space(activity), cancellationToken);
        await channels.KeepAsync(space, address, reference, cancellationToken);
        _kept.Set(address.ToString(), reference);
    }
}
