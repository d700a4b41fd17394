using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Gets the bot's token for its id and secret, keeps it, and renews it before it ends.</summary>
/// <remarks>Safe to use concurrently: whoever needs a token at the same time waits for the same request.</remarks>
internal sealed partial class ClientCredentialsTokenProvider(
    IHttpClientFactory http,
    CloudEnvironment cloud,
    IOptions<BotFrameworkOptions> options,
    TimeProvider clock,
    ILogger<ClientCredentialsTokenProvider> logger) : IBotTokenProvider
{
    // A token that is refused when it is this young is not refused for its age: a new one would fare no better.
    private static readonly TimeSpan YoungestDropped = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private BotToken? _current;
    private Task<BotToken>? _flight;
    private DateTimeOffset _notBefore;

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        Task<BotToken> flight;
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (_current is { } token && now < token.ExpiresAt)
            {
                if (now >= token.RefreshAt && now >= _notBefore)
                {
                    _flight ??= FlyAsync();
                }

                return token.Value;
            }

            flight = _flight ??= FlyAsync();
        }

        return (await flight.WaitAsync(cancellationToken)).Value;
    }

    public void Drop(string token)
    {
        lock (_gate)
        {
            if (_current is { } current && current.Value == token && clock.GetUtcNow() - current.Since >= YoungestDropped)
            {
                _current = null;
            }
        }
    }

    // Belongs to no caller: one that gives up must not fail the others. Yields first, since the gate is held around it.
    private async Task<BotToken> FlyAsync()
    {
        await Task.Yield();
        try
        {
            BotToken token = await FetchAsync();
            lock (_gate)
            {
                (_current, _flight) = (token, null);
            }

            return token;
        }
        catch (BotTokenException exception)
        {
            LogFailed(exception.Message);
            lock (_gate)
            {
                (_notBefore, _flight) = (clock.GetUtcNow() + AfterFailure, null);
            }

            throw;
        }
    }

    private async Task<BotToken> FetchAsync()
    {
        BotFrameworkOptions settings = options.Value;
        if (settings.MicrosoftAppType == MicrosoftAppType.UserAssignedMSI || string.IsNullOrEmpty(settings.MicrosoftAppPassword))
        {
            throw new BotTokenException("There is no MicrosoftAppPassword, and no IBotTokenProvider that does without.");
        }

        using var patience = new CancellationTokenSource(settings.RequestTimeout, clock);
        try
        {
            using HttpClient client = http.CreateClient(OutboundHttp.ClientName);
            using var form = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", settings.MicrosoftAppId),
                new("client_secret", settings.MicrosoftAppPassword),
                new("scope", cloud.Scope),
            ]);
            using HttpResponseMessage response = await client.PostAsync(cloud.TokenEndpoint(settings), form, patience.Token);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            throw new BotTokenException("The login service could not be reached.", exception) { IsTransient = true };
        }
    }

    private BotToken Read(HttpStatusCode status, byte[] body)
    {
        JsonElement answer = default;
        try
        {
            answer = JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            // The status says it.
        }

        if (status == HttpStatusCode.OK && BotToken.Read(answer, clock.GetUtcNow()) is { } token)
        {
            return token;
        }

        string? code = Code(answer);
        throw new BotTokenException($"The login service answered {(int)status}{(code is null ? "" : $", {code}")}.")
        {
            StatusCode = status,
            Code = code,
            IsTransient = status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
                or >= HttpStatusCode.InternalServerError,
        };
    }

    // The description goes on with trace ids and times; the code alone can be looked up.
    private static string? Code(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string description = answer.TryGetProperty("error_description", out JsonElement text) ? text.ToString() : "";
        return DirectoryCode().Match(description) is { Success: true } match ? match.Value
            : answer.TryGetProperty("error", out JsonElement error) && OAuthCode().IsMatch(error.ToString()) ? error.ToString()
            : null;
    }

    [GeneratedRegex(@"AADSTS\d{1,12}", RegexOptions.CultureInvariant)]
    private static partial Regex DirectoryCode();

    [GeneratedRegex(@"\A[a-z_]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OAuthCode();

    [LoggerMessage(Level = LogLevel.Warning, Message = "No token for the bot: {Reason}")]
    private partial void LogFailed(string reason);
}
