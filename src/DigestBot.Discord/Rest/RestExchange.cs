using System.Net.Http.Headers;

namespace DigestBot.Discord;

/// <summary>One attempt: a request goes out, and its answer comes back whole, or not in time.</summary>
internal sealed class RestExchange(DiscordRestConfig config, HttpMessageInvoker http, TimeProvider clock)
{
    private const int LongestAnswer = 32 << 20;

    /// <exception cref="RequestTimeoutException">There was no answer in time.</exception>
    /// <exception cref="HttpRequestException">The connection failed, or the answer is beyond all measure.</exception>
    public async Task<RestAnswer> SendAsync(RestRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using HttpRequestMessage message = Compose(request);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(message, either.Token);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, either.Token);
            return RestAnswer.Of(response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler's own timeout, for connecting, ends here too.
            bool mayHaveArrived = message.Content is not TrackedContent content || content.HasLeft;
            throw new RequestTimeoutException(request.Route, timeout, mayHaveArrived, exception);
        }
        catch (IOException exception)
        {
            // Where the body of an answer breaks off, some handlers say it in this way.
            throw new HttpRequestException(HttpRequestError.ResponseEnded, $"{request.Route}: the answer broke off.", exception);
        }
    }

    private HttpRequestMessage Compose(RestRequest request)
    {
        string path = request.Query is null ? request.Path : $"{request.Path}?{request.Query}";
        var message = new HttpRequestMessage(request.Method, new Uri(config.BaseAddress, path));
        message.Headers.TryAddWithoutValidation("User-Agent", config.UserAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(RestRequest.Json));
        if (request.Authorized)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", config.Token);
        }

        if (request.Body is { } body)
        {
            message.Content = new TrackedContent(body);
        }

        return message;
    }
}
