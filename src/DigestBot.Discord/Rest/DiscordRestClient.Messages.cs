using System.Globalization;
using System.Net;

namespace DigestBot.Discord;

public sealed partial class DiscordRestClient
{
    public Task<Message> GetMessageAsync(ulong channelId, ulong messageId, RequestOptions? options = null) =>
        SendAsync(RestRequest.Get($"channels/{channelId}/messages/{messageId}"), DiscordJson.Default.Message, options);

    /// <summary>A stretch of a channel's history, newest first. At most one of the three ids may be given.</summary>
    /// <exception cref="ArgumentException">More than one id is given, or the limit is not 1 to 100.</exception>
    public Task<IReadOnlyList<Message>> GetMessagesAsync(
        ulong channelId,
        int limit = DiscordLimits.HistoryPage,
        ulong? before = null,
        ulong? after = null,
        ulong? around = null,
        RequestOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, DiscordLimits.HistoryPage);
        (string Name, ulong? Id)[] anchors = [("before", before), ("after", after), ("around", around)];
        string[] given =
        [
            .. from anchor in anchors
               where anchor.Id is not null
               select string.Create(CultureInfo.InvariantCulture, $"&{anchor.Name}={anchor.Id}"),
        ];
        if (given.Length > 1)
        {
            throw new ArgumentException("Messages are read before, after or around one message.");
        }

        string query = string.Create(CultureInfo.InvariantCulture, $"limit={limit}{string.Concat(given)}");
        return SendAsync(RestRequest.Get($"channels/{channelId}/messages", query), DiscordJson.Default.IReadOnlyListMessage, options);
    }

    /// <summary>
    /// Posts a message. It notifies nobody unless <see cref="MessageProperties.AllowedMentions"/> says so. With a nonce, Discord
    /// is asked not to post it twice within a few minutes, and a retry is safe.
    /// </summary>
    /// <exception cref="ArgumentException">The message is beyond a documented limit.</exception>
    public Task<Message> CreateMessageAsync(ulong channelId, MessageProperties message, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Validate();
        RestRequest request = RestRequest.Post($"channels/{channelId}/messages").With(
            message with
            {
                AllowedMentions = message.AllowedMentions ?? AllowedMentions.None,
                EnforceNonce = message.Nonce is null ? null : true,
            },
            DiscordJson.Default.MessageProperties);
        return SendAsync(request with { Idempotent = message.Nonce is not null }, DiscordJson.Default.Message, options);
    }

    /// <summary>Changes what is not null of a message of our own.</summary>
    /// <exception cref="ArgumentException">The change is beyond a documented limit.</exception>
    public Task<Message> ModifyMessageAsync(ulong channelId, ulong messageId, MessageProperties changes, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        RestRequest request = RestRequest.Patch($"channels/{channelId}/messages/{messageId}")
            .With(changes.ForChange(), DiscordJson.Default.MessageProperties);
        return SendAsync(request, DiscordJson.Default.Message, options);
    }

    public Task DeleteMessageAsync(ulong channelId, ulong messageId, RequestOptions? options = null) =>
        DeleteAsync(RestRequest.Delete($"channels/{channelId}/messages/{messageId}"), options);

    /// <summary>Publishes a message of an announcement channel to those that follow it. Twice is an error, not a second post.</summary>
    public async Task<Message> CrosspostMessageAsync(ulong channelId, ulong messageId, RequestOptions? options = null)
    {
        RestRequest request = RestRequest.Post($"channels/{channelId}/messages/{messageId}/crosspost") with { Idempotent = true };
        try
        {
            return await SendAsync(request, DiscordJson.Default.Message, options);
        }
        catch (HttpException exception) when (IsOwnEcho(exception, DiscordErrorCode.MessageAlreadyCrossposted))
        {
            return await GetMessageAsync(channelId, messageId, options);
        }
    }

    private async Task DeleteAsync(RestRequest request, RequestOptions? options)
    {
        try
        {
            await SendAsync(request, options);
        }
        catch (HttpException exception) when (exception is { FollowsDoubt: true, HttpCode: HttpStatusCode.NotFound })
        {
            // The attempt before was carried out.
        }
    }
}
