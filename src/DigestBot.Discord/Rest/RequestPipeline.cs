using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DigestBot.Discord;

/// <summary>Carries a request to Discord and its answer back.</summary>
internal sealed class RequestPipeline(DiscordRestConfig config, HttpMessageInvoker http, TimeProvider clock)
{
    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> answer, RequestOptions? options)
    {
        byte[] body = await ReadAsync(request, options);
        return JsonSerializer.Deserialize(body, answer) ?? throw new JsonException($"{request.Route} was answered with null.");
    }

    public Task SendAsync(RestRequest request, RequestOptions? options) => ReadAsync(request, options);

    private async Task<byte[]> ReadAsync(RestRequest request, RequestOptions? options)
    {
        TimeSpan timeout = options?.Timeout ?? config.DefaultOptions.Timeout ?? Timeout.InfiniteTimeSpan;
        CancellationToken cancellationToken = options?.CancelToken ?? CancellationToken.None;
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using HttpRequestMessage message = Compose(request);
            using HttpResponseMessage response = await http.SendAsync(message, either.Token);
            byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return response.IsSuccessStatusCode
                ? body
                : throw new HttpException(request.Route, response.StatusCode, null, response.ReasonPhrase, []);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestTimeoutException(request.Route, timeout, mayHaveArrived: true, exception);
        }
    }

    private HttpRequestMessage Compose(RestRequest request)
    {
        string path = request.Query is null ? request.Path : $"{request.Path}?{request.Query}";
        var message = new HttpRequestMessage(request.Method, new Uri(config.BaseAddress, path));
        message.Headers.TryAddWithoutValidation("User-Agent", config.UserAgent);
        if (request.Authorized)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", config.Token);
        }

        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(RestRequest.Json) } };
        }

        return message;
    }
}
