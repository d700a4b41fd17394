using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Sends requests to the service: within the budgets, with the bot's token, again where that is right.</summary>
/// <remarks>Invariant: the token is added only after the request's address was found among the trusted ones.</remarks>
internal sealed class ConnectorPipeline(
    IHttpClientFactory http,
    IBotTokenProvider tokens,
    TrustedServiceUrls services,
    CloudEnvironment cloud,
    RequestBudgets budgets,
    RetrySchedule retry,
    IOptions<BotFrameworkOptions> options,
    TimeProvider clock)
{
    /// <returns>The body of the answer; empty where there is none.</returns>
    /// <exception cref="ErrorResponseException">It did not succeed.</exception>
    /// <exception cref="BotTokenException">It was not sent, for want of a token.</exception>
    /// <exception cref="UntrustedServiceUrlException">It was not sent, because nobody vouches for the service.</exception>
    public async Task<byte[]> SendAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            (byte[] body, ErrorResponseException? error) = await AttemptAsync(request, cancellationToken);
            if (error is null)
            {
                return body;
            }

            if (Moved(request, error) is { } moved)
            {
                request = moved;
                continue;
            }

            if (error is { StatusCode: HttpStatusCode.TooManyRequests, RetryAfter: { } asked })
            {
                budgets.Pause(request.Kind, request.Conversation, asked);
            }

            if (request.RetryMode == RetryMode.None || retry.After(attempt, error) is not { } wait)
            {
                throw error;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    // A service that says the tenant lives elsewhere has taken nothing, so this is not another attempt at the same.
    private ConnectorRequest? Moved(ConnectorRequest request, ErrorResponseException error) =>
        error.StatusCode == HttpStatusCode.Forbidden && error.Is(ErrorCodes.InvalidBotApiHost)
        && cloud.MovedTo is { } other && !string.Equals(request.ServiceUrl, other.AbsoluteUri, StringComparison.Ordinal)
        && services.Trust(other.AbsoluteUri)
            ? request with { ServiceUrl = other.AbsoluteUri }
            : null;

    // A token that was refused is renewed once; the request was not taken, so this is no second attempt either.
    private async Task<(byte[] Body, ErrorResponseException? Error)> AttemptAsync(
        ConnectorRequest request, CancellationToken cancellationToken)
    {
        if (!services.IsTrusted(request.ServiceUrl))
        {
            throw new UntrustedServiceUrlException();
        }

        if (options.Value.Emulator)
        {
            return await SendOnceAsync(request, null, cancellationToken);
        }

        string token = await tokens.GetTokenAsync(cancellationToken);
        (byte[] body, ErrorResponseException? error) = await SendOnceAsync(request, token, cancellationToken);
        if (error?.StatusCode != HttpStatusCode.Unauthorized)
        {
            return (body, error);
        }

        tokens.Drop(token);
        string renewed = await tokens.GetTokenAsync(cancellationToken);
        return renewed == token ? (body, error) : await SendOnceAsync(request, renewed, cancellationToken);
    }

    private async Task<(byte[] Body, ErrorResponseException? Error)> SendOnceAsync(
        ConnectorRequest request, string? token, CancellationToken cancellationToken)
    {
        // Last of all that may take time: what was counted leaves at once, or it would leave in a bunch with others.
        await budgets.EnterAsync(request.Kind, request.Conversation, request.Tenant, cancellationToken);
        using var patience = new CancellationTokenSource(options.Value.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using HttpClient client = http.CreateClient(OutboundHttp.ClientName);
        using HttpRequestMessage message = Message(request, token);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(message, either.Token);
            byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return response.IsSuccessStatusCode ? (body, null) : (body, ConnectorErrors.Answered(response, body, clock.GetUtcNow()));
        }
        catch (HttpRequestException exception)
        {
            return ([], ConnectorErrors.NotAnswered(exception));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return ([], ConnectorErrors.NotAnswered(exception));
        }
    }

    private static HttpRequestMessage Message(ConnectorRequest request, string? token)
    {
        var message = new HttpRequestMessage(request.Method, request.Address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (request.Body is { } body)
        {
            message.Content = JsonContent.Create(body, body.GetType(), options: TeamsJson.Options);
        }

        return message;
    }
}
