using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Infrastructure;

/// <summary>The server's side of the REST API in a test: notes every request, and answers as it was told.</summary>
internal sealed class ScriptedDiscord(TimeProvider clock) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly ConcurrentQueue<Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> _next = new();

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>What is answered when nothing else was prepared.</summary>
    public Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> Otherwise { get; set; } =
        (_, _) => Task.FromResult(Answers.Ok("{}"));

    /// <summary>Prepares the answer to one request.</summary>
    public void Then(HttpResponseMessage answer) => _next.Enqueue((_, _) => Task.FromResult(answer));

    public void Then(Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> answer) => _next.Enqueue(answer);

    public void ThenFail(Exception failure) => _next.Enqueue((_, _) => Task.FromException<HttpResponseMessage>(failure));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new SeenRequest(
            request.Method.Method,
            request.RequestUri!.PathAndQuery["/api/v10".Length..],
            request.Headers.Authorization?.ToString(),
            request.Headers.UserAgent.ToString(),
            body is null ? null : JsonNode.Parse(body),
            clock.GetUtcNow());
        _seen.Enqueue(seen);
        return await (_next.TryDequeue(out var prepared) ? prepared : Otherwise)(seen, cancellationToken);
    }
}
