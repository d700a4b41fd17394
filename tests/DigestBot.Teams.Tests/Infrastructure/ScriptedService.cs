using System.Net;
using System.Text;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>Every server that the client speaks to, without a network: the login service, and services of conversations.</summary>
internal sealed class ScriptedService(TimeProvider clock) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<ServiceRequest> _requests = [];
    private readonly List<ServiceRequest> _logins = [];

    /// <summary>What the next requests are answered with; then <see cref="Otherwise"/>.</summary>
    public Queue<Func<HttpResponseMessage>> Script { get; } = new();

    public Func<HttpResponseMessage> Otherwise { get; set; } = () => Answer(HttpStatusCode.Created, """{"id":"sent-1"}""");

    /// <summary>Takes what is sent, and never answers.</summary>
    public bool Silent { get; set; }

    /// <summary>How the login service answers; null for a token that is good for an hour.</summary>
    public Func<Task<HttpResponseMessage>>? Login { get; set; }

    /// <summary>Everything but logins.</summary>
    public IReadOnlyList<ServiceRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public IReadOnlyList<ServiceRequest> Logins
    {
        get
        {
            lock (_gate)
            {
                return [.. _logins];
            }
        }
    }

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "", TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.RetryAfter = retryAfter is { } wait ? new(wait) : null;
        return response;
    }

    /// <summary>A login service's answer.</summary>
    public static HttpResponseMessage Token(string token, int seconds = 3600) =>
        Answer(HttpStatusCode.OK, $$"""{"token_type":"Bearer","expires_in":{{seconds}},"access_token":"{{token}}"}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var seen = new ServiceRequest(
            request.Method.Method,
            request.RequestUri!,
            request.RequestUri!.PathAndQuery,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            now);
        if (seen.Target.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            int number;
            lock (_gate)
            {
                _logins.Add(seen);
                number = _logins.Count;
            }

            return Login is null ? Token($"token-{number}") : await Login().WaitAsync(cancellationToken);
        }

        Func<HttpResponseMessage>? answer;
        lock (_gate)
        {
            _requests.Add(seen);
            answer = Script.TryDequeue(out Func<HttpResponseMessage>? next) ? next : Otherwise;
        }

        if (Silent)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return answer();
    }
}
