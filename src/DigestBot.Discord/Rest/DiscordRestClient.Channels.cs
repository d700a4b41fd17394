namespace DigestBot.Discord;

public sealed partial class DiscordRestClient
{
    public Task<Channel> GetChannelAsync(ulong channelId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"channels/{channelId}"), DiscordJson.Default.Channel, options);

    /// <summary>Begins the one thread that a message can have; its id is the message's, so a second one is refused, not doubled.</summary>
    public async Task<Channel> CreateThreadFromMessageAsync(
        ulong channelId, ulong messageId, ThreadProperties thread, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(thread);
        DiscordLimits.Check(thread.Name, 1, DiscordLimits.ThreadName, "name of a thread");
        RestRequest request = RestRequest.Post($"channels/{channelId}/messages/{messageId}/threads")
            .With(thread, DiscordJson.Default.ThreadProperties);
        try
        {
            return await SendAsync(request with { Idempotent = true }, DiscordJson.Default.Channel, options);
        }
        catch (HttpException exception) when (IsOwnEcho(exception, DiscordErrorCode.ThreadAlreadyCreatedForMessage))
        {
            return await GetChannelAsync(messageId, options);
        }
    }

    /// <summary>Posts to a forum. Discord checks no nonce here: after a timeout, look before posting again.</summary>
    public Task<Channel> CreateForumPostAsync(ulong forumId, ForumPostProperties post, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        DiscordLimits.Check(post.Name, 1, DiscordLimits.ThreadName, "name of a forum post");
        DiscordLimits.CheckCount(post.AppliedTags?.Count ?? 0, DiscordLimits.AppliedTags, "tags of a forum post");
        post.Message.Validate();
        ForumPostProperties sent = post with { Message = InteractionResponse.ForWebhook(post.Message) };
        return SendAsync(
            RestRequest.Post($"channels/{forumId}/threads").With(sent, DiscordJson.Default.ForumPostProperties),
            DiscordJson.Default.Channel,
            options);
    }

    /// <summary>The conversation with a person, begun if there is none. Many in a short time are taken for spam.</summary>
    public Task<Channel> CreateDMAsync(ulong userId, RequestOptions? options = null)
    {
        IReadOnlyDictionary<string, ulong> recipient = new Dictionary<string, ulong> { ["recipient_id"] = userId };
        RestRequest request = RestRequest.Post($"users/@me/channels").With(recipient, DiscordJson.Default.IReadOnlyDictionaryStringUInt64);
        return SendAsync(request with { Idempotent = true }, DiscordJson.Default.Channel, options);
    }

    /// <summary>Opens an archived thread again.</summary>
    public Task<Channel> UnarchiveThreadAsync(ulong threadId, RequestOptions? options = null)
    {
        IReadOnlyDictionary<string, bool> change = new Dictionary<string, bool> { ["archived"] = false };
        return SendAsync(
            RestRequest.Patch($"channels/{threadId}").With(change, DiscordJson.Default.IReadOnlyDictionaryStringBoolean),
            DiscordJson.Default.Channel,
            options);
    }
}
