using System.Net;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Posting;

/// <summary>Says before the first digest what would keep it from being posted.</summary>
/// <remarks>
/// Invariant: fine and missing are said only of a place that belongs to the asking space: its own chat, or a channel that
/// its team names. Whether somebody else's place exists is not told.
/// </remarks>
internal sealed class TeamsPreflight(TeamsPlaces places, IConnectorClientFactory connectors)
{
    /// <summary>The least that the service gives at once.</summary>
    private const int FewMembers = 50;

    public async Task<Preflight> CheckAsync(PreflightRequest request, CancellationToken cancellationToken)
    {
        ChannelRef address = TeamsKeys.Of(ThreadId.Channel(request.Channel.Id));
        TeamsPlace? place = request.SpaceKey is { } space
            ? await places.FindAsync(space, address, cancellationToken)
            : await places.FindAsync(address, request.Reference, cancellationToken);
        if (place is null)
        {
            return new Preflight.ChannelUnknown();
        }

        if (!Belongs(request.SpaceKey, address, place))
        {
            return new Preflight.NotInSpace();
        }

        try
        {
            return !places.Trust(place) ? new Preflight.NotKnown("Its service may not see the bot's token")
                : !await IsThereAsync(place, cancellationToken) ? new Preflight.ChannelUnknown()
                : request.MentionRole is not null ? new Preflight.Missing([request.Phrases.TeamsMentions])
                : new Preflight.Fine();
        }
        catch (ErrorResponseException refused) when (refused.StatusCode == HttpStatusCode.Forbidden)
        {
            return new Preflight.Missing([request.Phrases.TeamsInstallation]);
        }
        catch (ErrorResponseException refused) when (refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            return new Preflight.ChannelUnknown();
        }
        catch (Exception exception) when (TeamsOutcome.IsAnswer(exception))
        {
            return new Preflight.NotKnown($"Teams did not answer: {TrailNote.Of(exception)}");
        }
    }

    private static bool Belongs(string? spaceKey, ChannelRef address, TeamsPlace place) =>
        spaceKey is null || spaceKey == TeamsKeys.Of(place.TeamId ?? address.Id).ToString();

    // Only those hear the answer that the bot is among. A chat is asked for its people, a team for its channels.
    private async Task<bool> IsThereAsync(TeamsPlace place, CancellationToken cancellationToken)
    {
        IConnectorClient service = connectors.Create(place.ServiceUrl, place.TenantId, RetryMode.None);
        if (place.TeamId is not { } team)
        {
            await service.Conversations.GetConversationPagedMembersAsync(place.ConversationId, FewMembers, cancellationToken: cancellationToken);
            return true;
        }

        ConversationList channels = await service.Teams.FetchChannelListAsync(team, cancellationToken);
        return place.ConversationId == team || channels.Conversations?.Any(channel => channel.Id == place.ConversationId) == true;
    }
}
