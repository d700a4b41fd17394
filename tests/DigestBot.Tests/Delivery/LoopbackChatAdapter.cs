using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Delivery;

/// <summary>Speaks with a chat server, of this process or of another.</summary>
/// <param name="platform">As which platform it stands.</param>
/// <param name="server">Where the chat server listens.</param>
/// <param name="limits">What it is said to allow.</param>
/// <param name="longestPart">Characters of a part; a line that is longer stands alone.</param>
internal sealed class LoopbackChatAdapter(ChatPlatform platform, Uri server, ChatLimits limits, int longestPart = 2000)
    : IChatAdapter, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server };

    public ChatPlatform Platform => platform;

    public ChatLimits Limits => limits;

    public IReadOnlyList<string> Lay(DigestPost post, Reader reader)
    {
        var parts = new List<string>();
        var part = new List<string>();
        foreach (string line in TextLayout.Lay(post, reader).Select(line => line.ToString()))
        {
            if (part.Count > 0 && part.Sum(each => each.Length + 1) + line.Length > longestPart)
            {
                parts.Add(string.Join('\n', part));
                part.Clear();
            }

            part.Add(line);
        }

        return [.. parts, string.Join('\n', part)];
    }

    public string Lay(string sentence, Reader reader) => sentence;

    public async Task<DeliveryOutcome> SendAsync(OutgoingPart part, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await _http.PostAsJsonAsync(
                Messages(part), new ChatServerPost(part.Nonce, part.Body, part.MentionRole, part.FirstMessageId), cancellationToken);
            return await OutcomeAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError)
        {
            return new DeliveryOutcome.RetryLater("No connection");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return new DeliveryOutcome.Unconfirmed("The answer did not come whole");
        }
    }

    public async Task<Lookup> FindAsync(OutgoingPart part, DateTimeOffset since, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync(Messages(part), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return new Lookup.NotKnown($"HTTP {(int)response.StatusCode}");
        }

        ChatServerMessage[]? messages = await response.Content.ReadFromJsonAsync<ChatServerMessage[]>(cancellationToken);
        ChatServerMessage? found = messages?.FirstOrDefault(message => message.Nonce == part.Nonce);
        return found is null ? new Lookup.Missing() : new Lookup.Found(found.Id);
    }

    public Task<Preflight> PreflightAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Preflight>(new Preflight.Fine());

    public void Dispose() => _http.Dispose();

    private static async Task<DeliveryOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string status = $"HTTP {(int)response.StatusCode}";
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                return new DeliveryOutcome.Delivered(answer.GetProperty("id").GetString()!);
            case HttpStatusCode.TooManyRequests:
                return new DeliveryOutcome.RetryLater(status, RetryAfter(response), response.Headers.Contains("X-RateLimit-Global"));
            case HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout:
                return new DeliveryOutcome.Unconfirmed(status);
            case >= HttpStatusCode.InternalServerError:
                return new DeliveryOutcome.RetryLater(status);
            case HttpStatusCode.Forbidden or HttpStatusCode.NotFound:
                return new DeliveryOutcome.Rejected($"The channel cannot be reached ({status}).", ChannelLost: true);
            default:
                return new DeliveryOutcome.Rejected($"The platform refused the message ({status}).", ChannelLost: false);
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out System.Net.Http.Headers.HeaderStringValues values)
        && double.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string Messages(OutgoingPart part) => $"/messages?channel={Uri.EscapeDataString(part.Channel.Id)}";
}
