using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace DigestBot.Benchmarks.Polling;

/// <summary>The hosts of all sources: every second one has nothing new and says so, the others have a new entry each time.</summary>
internal sealed class PollServer : IAsyncDisposable
{
    public const int Entries = 10;

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<(int Host, DateTimeOffset At, bool IsUnchanged)> _polls = [];
    private readonly int[] _asked;
    private TimeProvider _clock = TimeProvider.System;

    private PollServer(WebApplication app, int sources) => (_app, _asked) = (app, new int[sources]);

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>Every request that came, in order.</summary>
    public IReadOnlyList<(int Host, DateTimeOffset At, bool IsUnchanged)> Polls
    {
        get
        {
            lock (_gate)
            {
                return [.. _polls];
            }
        }
    }

    public static async Task<PollServer> StartAsync(int sources)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0, listen => listen.Protocols = HttpProtocols.Http1));
        WebApplication app = builder.Build();
        var server = new PollServer(app, sources);
        app.MapGet("/feed", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>The clock of the bot, by which requests are noted.</summary>
    public void SetClock(TimeProvider clock) => _clock = clock;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        int host = PollRun.Number(context.Connection.LocalIpAddress!);
        if (host < 0 || host >= _asked.Length)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        bool isUnchanged = host % 2 == 0 && context.Request.Headers.IfNoneMatch == "\"one\"";
        int version = Interlocked.Increment(ref _asked[host]);
        lock (_gate)
        {
            _polls.Add((host, _clock.GetUtcNow(), isUnchanged));
        }

        // In an hour that lasts an hour, no connection is still open when its host is asked again.
        context.Response.Headers.Connection = "close";
        context.Response.Headers.ETag = host % 2 == 0 ? "\"one\"" : string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        context.Response.StatusCode = isUnchanged ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
        if (!isUnchanged)
        {
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Feed(host, host % 2 == 0 ? 1 : version));
        }
    }

    private string Feed(int host, int version)
    {
        var feed = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>""");
        feed.Append(CultureInfo.InvariantCulture, $"<title>Paper {host}</title><link>http://paper{host}.example/</link><language>en</language>");
        for (int i = 0; i < Entries; i++)
        {
            int number = version + Entries - 1 - i;
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Council {host} decides question {number}</title>")
                .Append(CultureInfo.InvariantCulture, $"<link>http://paper{host}.example/news/{number}</link><guid>{host}-{number}</guid>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{_clock.GetUtcNow().AddMinutes(-i):R}</pubDate><description>")
                .Append(CultureInfo.InvariantCulture, $"&lt;p&gt;The council of district {host} has decided question {number} after a long debate. ")
                .Append("Its members heard the engineers, the farmers and the mayor before they voted, and the result was close.&lt;/p&gt;")
                .Append("&lt;p&gt;Work on the bridge is to begin in spring, and it will cost more than was planned at first.&lt;/p&gt;</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
