namespace DigestBot.Discord;

/// <content>Answers to interactions: authorized by their own token, outside the global limit.</content>
public sealed partial class DiscordRestClient
{
    /// <summary>Answers first, within three seconds of the interaction.</summary>
    /// <exception cref="ArgumentException">The response is beyond a documented limit.</exception>
    public async Task CreateInteractionResponseAsync(
        ulong interactionId, string token, InteractionResponse response, RequestOptions? options = null)
    {
        try
        {
            await SendAsync(Callback(interactionId, token, response), options);
        }
        catch (HttpException exception) when (IsOwnEcho(exception, DiscordErrorCode.InteractionAlreadyAcknowledged))
        {
            // The attempt before was carried out.
        }
    }

    /// <summary>The same, and tells which message it created.</summary>
    /// <exception cref="ArgumentException">The response is beyond a documented limit.</exception>
    public Task<InteractionCallback> CreateInteractionResponseWithResultAsync(
        ulong interactionId, string token, InteractionResponse response, RequestOptions? options = null) =>
        SendAsync(
            Callback(interactionId, token, response) with { Query = "with_response=true" },
            DiscordJson.Default.InteractionCallback,
            options);

    public Task<Message> GetOriginalResponseAsync(ulong applicationId, string token, RequestOptions? options = null) =>
        SendAsync(
            RestRequest.Get($"webhooks/{applicationId}/{token}/messages/@original") with { Authorized = false },
            DiscordJson.Default.Message,
            options);

    /// <summary>Writes the first message after a deferral, or changes it.</summary>
    /// <exception cref="ArgumentException">The change is beyond a documented limit.</exception>
    public Task<Message> ModifyOriginalResponseAsync(
        ulong applicationId, string token, MessageProperties changes, RequestOptions? options = null) =>
        ModifyAsync(RestRequest.Patch($"webhooks/{applicationId}/{token}/messages/@original"), changes, options);

    public Task DeleteOriginalResponseAsync(ulong applicationId, string token, RequestOptions? options = null) =>
        DeleteAsync(RestRequest.Delete($"webhooks/{applicationId}/{token}/messages/@original") with { Authorized = false }, options);

    /// <summary>Another message after the first response. Discord checks no nonce here.</summary>
    /// <exception cref="ArgumentException">The message is beyond a documented limit.</exception>
    public Task<Message> CreateFollowupAsync(ulong applicationId, string token, MessageProperties message, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Validate();
        RestRequest request = RestRequest.Post($"webhooks/{applicationId}/{token}")
            .With(InteractionResponse.ForWebhook(message), DiscordJson.Default.MessageProperties);
        return SendAsync(request with { Authorized = false, Query = "wait=true" }, DiscordJson.Default.Message, options);
    }

    /// <summary>Changes a follow-up.</summary>
    /// <exception cref="ArgumentException">The change is beyond a documented limit.</exception>
    public Task<Message> ModifyFollowupAsync(
        ulong applicationId, string token, ulong messageId, MessageProperties changes, RequestOptions? options = null) =>
        ModifyAsync(RestRequest.Patch($"webhooks/{applicationId}/{token}/messages/{messageId}"), changes, options);

    public Task DeleteFollowupAsync(ulong applicationId, string token, ulong messageId, RequestOptions? options = null) =>
        DeleteAsync(RestRequest.Delete($"webhooks/{applicationId}/{token}/messages/{messageId}") with { Authorized = false }, options);

    private static RestRequest Callback(ulong interactionId, string token, InteractionResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Validate();
        RestRequest request = RestRequest.Post($"interactions/{interactionId}/{token}/callback")
            .With(response, DiscordJson.Default.InteractionResponse);
        return request with { Authorized = false, Idempotent = true }; // Discord accepts one
    }

    private Task<Message> ModifyAsync(RestRequest request, MessageProperties changes, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SendAsync(
            request.With(changes.ForChange(), DiscordJson.Default.MessageProperties) with { Authorized = false },
            DiscordJson.Default.Message,
            options);
    }
}
