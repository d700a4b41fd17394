using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.Delivery;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Posting;

/// <summary>Posts one part where it belongs: as a new post of a channel, below the first part, or in a chat.</summary>
internal sealed class TeamsPoster(IConnectorClientFactory connectors)
{
    /// <returns>How it ended, where that is no refusal.</returns>
    /// <exception cref="ErrorResponseException">The service refused it.</exception>
    public async Task<DeliveryOutcome> PostAsync(OutgoingPart part, TeamsPlace place, CancellationToken cancellationToken)
    {
        IConversations service = connectors.Create(place.ServiceUrl, place.TenantId, RetryMode.None).Conversations;
        Activity message = Message(part, place);
        try
        {
            return Delivered(await SendAsync(service, message, part, place, cancellationToken), part);
        }
        catch (ErrorResponseException tooLarge) when (tooLarge.ShouldSplit && Halves(message) is not null)
        {
            // It was refused whole, so sending its halves doubles nothing.
            (Activity first, Activity second) = Halves(message)!.Value;
            string? begun = await SendAsync(service, first, part, place, cancellationToken);
            return await ContinueAsync(service, second, part with { Part = part.Part + 1, FirstMessageId = part.FirstMessageId ?? begun }, place, cancellationToken)
                ? Delivered(begun, part)
                : new DeliveryOutcome.Unconfirmed("Only the first half of it arrived");
        }
    }

    private static async Task<string?> SendAsync(
        IConversations service, Activity message, OutgoingPart part, TeamsPlace place, CancellationToken cancellationToken)
    {
        string? root = ThreadId.Root(part.Channel.Id) ?? (part.Part > 1 && IsMessage(part.FirstMessageId) ? part.FirstMessageId : null);
        if (place.TeamId is null)
        {
            return (await service.SendToConversationAsync(place.ConversationId, message, cancellationToken)).Id;
        }

        if (root is not null)
        {
            return (await service.SendToConversationAsync(ThreadId.Of(place.ConversationId, root), message, cancellationToken)).Id;
        }

        ConversationResourceResponse created = await service.CreateConversationAsync(NewPost(message, place), cancellationToken);
        return created.ActivityId ?? (created.Id is { } thread ? ThreadId.Root(thread) : null);
    }

    // What is there cannot be taken back, so a failure here ends nothing that another attempt could better.
    private static async Task<bool> ContinueAsync(
        IConversations service, Activity message, OutgoingPart part, TeamsPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(service, message, part, place, cancellationToken);
            return true;
        }
        catch (Exception exception) when (TeamsOutcome.IsAnswer(exception))
        {
            return false;
        }
    }

    private static ConversationParameters NewPost(Activity message, TeamsPlace place) => new()
    {
        IsGroup = true,
        Bot = place.Bot,
        TenantId = place.TenantId,
        Activity = message with { Conversation = null },
        ChannelData = JsonSerializer.SerializeToElement(
            new TeamsChannelData
            {
                Channel = new ChannelInfo { Id = place.ConversationId },
                Team = new TeamInfo { Id = place.TeamId },
                Tenant = new TenantInfo { Id = place.TenantId },
            },
            TeamsJson.Options),
    };

    private static Activity Message(OutgoingPart part, TeamsPlace place) => TeamsBody.Read(part.Body) with
    {
        From = place.Bot,
        Conversation = new ConversationAccount { Id = place.ConversationId, TenantId = place.TenantId },
        ChannelId = Channels.Msteams,
        ServiceUrl = place.ServiceUrl,
        ChannelData = part is { Silent: false, Part: 1 }
            ? JsonSerializer.SerializeToElement(new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } })
            : null,
    };

    private static (Activity First, Activity Second)? Halves(Activity message) =>
        message.Attachments is [{ Content: { } card } only] && CardSplit.Halves(card) is { } halves
            ? (message with { Attachments = [only with { Content = halves.First }] },
                message with { Attachments = [only with { Content = halves.Second }], ChannelData = null })
            : null;

    // Ids of messages are numbers; a part whose id was not told is no thread to write in.
    private static bool IsMessage(string? id) => id is { Length: > 0 } && id.All(char.IsAsciiDigit);

    private static DeliveryOutcome.Delivered Delivered(string? id, OutgoingPart part) => new(id ?? part.Nonce);
}
