using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A chat platform on loopback that remembers everything, and misbehaves when it is told to.</summary>
/// <remarks>
/// <c>POST /messages?channel=…</c> posts, <c>GET /messages?channel=…</c> lists. Any process of this machine may be a client.
/// </remarks>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ChatServerOptions _options;
    private readonly TimeProvider _clock;
    private readonly ChatServerLimit? _limit;
    private readonly Lock _gate = new();
    private readonly List<ChatServerRequest> _requests = [];
    private readonly List<ChatServerMessage> _messages = [];
    private readonly Dictionary<(string Channel, string Nonce), ChatServerMessage> _named = [];
    private int _arrived;
    private int _limited;

    private ChatServer(WebApplication app, ChatServerOptions options, TimeProvider clock)
    {
        (_app, _options, _clock) = (app, options, clock);
        _limit = options.PerSecond is { } perSecond ? new ChatServerLimit(perSecond) : null;
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>What is done with a request; all are accepted until somebody says otherwise.</summary>
    public Func<ChatServerRequest, ChatServerReply> Script { get; set; } = _ => new ChatServerReply.Accept();

    /// <summary>Answers looks into a channel with this status, while it is set.</summary>
    public int? ListingStatus { get; set; }

    /// <summary>Every request that came, in order of arrival; empty where they are not kept.</summary>
    public IReadOnlyList<ChatServerRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Everything that stands in a channel, in order of appearance.</summary>
    public IReadOnlyList<ChatServerMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>How many requests came, and how many of these were one too many.</summary>
    public (int Arrived, int Limited) Counts => (Volatile.Read(ref _arrived), Volatile.Read(ref _limited));

    public static async Task<ChatServer> StartAsync(
        ChatServerOptions? options = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        WebApplication app = builder.Build();
        var server = new ChatServer(app, options ?? new ChatServerOptions(), clock ?? TimeProvider.System);
        app.MapPost("/messages", server.PostAsync);
        app.MapGet("/messages", server.ListAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task PostAsync(HttpContext context)
    {
        string channel = context.Request.Query["channel"].ToString();
        ChatServerPost? post = await JsonSerializer.DeserializeAsync<ChatServerPost>(
            context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        (ChatServerRequest request, TimeSpan? wait) = Arrive(channel, post!);
        if (_options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(_options.Latency, _clock, CancellationToken.None);
        }

        await (wait is { } seconds ? RefuseAsync(context, new(429, seconds.TotalSeconds, Global: true)) : AnswerAsync(context, request));
    }

    private (ChatServerRequest Request, TimeSpan? Wait) Arrive(string channel, ChatServerPost post)
    {
        lock (_gate)
        {
            var request = new ChatServerRequest(
                ++_arrived, channel, post.Nonce, post.Body, post.MentionRole, post.ReplyTo, _clock.GetUtcNow());
            if (_options.Remembers)
            {
                _requests.Add(request);
            }

            TimeSpan? wait = _limit?.Ask(request.At);
            _limited += wait is null ? 0 : 1;
            return (request, wait);
        }
    }

    private async Task AnswerAsync(HttpContext context, ChatServerRequest request)
    {
        switch (Script(request))
        {
            case ChatServerReply.Accept:
                await ConfirmAsync(context, Add(request));
                break;
            case ChatServerReply.AcceptWhen(var gate):
                await gate;
                await ConfirmAsync(context, Add(request));
                break;
            case ChatServerReply.AcceptBehind(var gate):
                context.Abort();
                await gate;
                Add(request);
                break;
            case ChatServerReply.AcceptAndHangUp:
                Add(request);
                context.Abort();
                break;
            case ChatServerReply.AcceptAndCut:
                Add(request);
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("{\"id\":", CancellationToken.None);
                await context.Response.Body.FlushAsync(CancellationToken.None);
                context.Abort();
                break;
            case ChatServerReply.HangUp:
                context.Abort();
                break;
            case ChatServerReply.Refuse refusal:
                await RefuseAsync(context, refusal);
                break;
        }
    }

    // As Discord does it with enforce_nonce: the second message with a nonce is the first one.
    private ChatServerMessage Add(ChatServerRequest request)
    {
        lock (_gate)
        {
            DateTimeOffset now = _clock.GetUtcNow();
            if (_named.TryGetValue((request.Channel, request.Nonce), out ChatServerMessage? known)
                && now - known.At < _options.NonceWindow)
            {
                return known;
            }

            var message = new ChatServerMessage(
                (_messages.Count + 1).ToString(CultureInfo.InvariantCulture),
                request.Channel,
                request.Nonce,
                _options.Remembers ? request.Body : "",
                now);
            _messages.Add(message);
            return _named[(request.Channel, request.Nonce)] = message;
        }
    }

    private Task ListAsync(HttpContext context)
    {
        if (ListingStatus is { } status)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        string channel = context.Request.Query["channel"].ToString();
        return context.Response.WriteAsJsonAsync(
            Messages.Where(message => message.Channel == channel), JsonSerializerOptions.Web, CancellationToken.None);
    }

    private static Task ConfirmAsync(HttpContext context, ChatServerMessage message) =>
        context.Response.WriteAsJsonAsync(new { message.Id }, JsonSerializerOptions.Web, CancellationToken.None);

    private static Task RefuseAsync(HttpContext context, ChatServerReply.Refuse refusal)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString("0.###", CultureInfo.InvariantCulture);
        }

        if (refusal.Global)
        {
            context.Response.Headers["X-RateLimit-Global"] = "true";
        }

        return Task.CompletedTask;
    }
}
