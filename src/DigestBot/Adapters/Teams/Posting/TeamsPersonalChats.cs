using System.Net;
using System.Text.Json;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Posting;

/// <summary>Finds personal chats, and asks teams and chats for their members. A chat is only with whoever has added the app.</summary>
internal sealed class TeamsPersonalChats(TeamsPlaces places, IConnectorClientFactory connectors) : IPersonalChats
{
    public ChatPlatform Platform => ChatPlatform.Teams;

    public async Task<PersonalChat> OpenAsync(PersonalChatRequest request, CancellationToken cancellationToken)
    {
        ChannelRef asked = TeamsKeys.Of(ThreadId.Channel(request.Channel.Id));
        if (await places.FindAsync(request.SpaceKey, asked, cancellationToken) is not { } place || IdOf(request.Person) is not { } person
            || !places.Trust(place))
        {
            return new PersonalChat.NotKnown();
        }

        try
        {
            IConversations service = connectors.Create(place.ServiceUrl, place.TenantId, RetryMode.None).Conversations;
            ConversationResourceResponse chat = await service.CreateConversationAsync(Chat(place, person), cancellationToken);
            return chat.Id is { } id && TeamsKeys.IsKey(id)
                ? new PersonalChat.Open(
                    TeamsKeys.Of(id).ToString(), TeamsKeys.Of(id), (place with { ConversationId = id, TeamId = null, Name = null }).Write())
                : new PersonalChat.NotKnown();
        }
        catch (ErrorResponseException refused) when (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return new PersonalChat.Closed();
        }
        catch (Exception exception) when (TeamsOutcome.IsAnswer(exception))
        {
            return new PersonalChat.NotKnown();
        }
    }

    public async Task<bool?> IsMemberAsync(string spaceKey, string person, CancellationToken cancellationToken)
    {
        if (!ChannelRef.TryParse(spaceKey, out ChannelRef? space) || IdOf(person) is not { } id
            || await places.FindAsync(spaceKey, space, cancellationToken) is not { } place)
        {
            return false;
        }

        try
        {
            if (!places.Trust(place))
            {
                return null;
            }

            IConversations service = connectors.Create(place.ServiceUrl, place.TenantId, RetryMode.None).Conversations;
            await service.GetConversationMemberAsync(id, space.Id, cancellationToken);
            return true;
        }
        catch (ErrorResponseException refused) when (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (Exception exception) when (TeamsOutcome.IsAnswer(exception))
        {
            return null;
        }
    }

    private static ConversationParameters Chat(TeamsPlace place, string person) => new()
    {
        IsGroup = false,
        Bot = place.Bot,
        Members = [new ChannelAccount(person)],
        TenantId = place.TenantId,
        ChannelData = JsonSerializer.SerializeToElement(
            new TeamsChannelData { Tenant = new TenantInfo { Id = place.TenantId } }, TeamsJson.Options),
    };

    private static string? IdOf(string key) => ChannelRef.TryParse(key, out ChannelRef? parsed) ? parsed.Id : null;
}
