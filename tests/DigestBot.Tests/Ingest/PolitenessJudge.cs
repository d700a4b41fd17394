using System.Globalization;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>A publisher who counts every discourtesy: it changes its caching habit with each answer and trusts nobody.</summary>
internal sealed class PolitenessJudge(TimeProvider clock)
{
    private static readonly TimeSpan LeastGap = TimeSpan.FromHours(1);

    private readonly List<string> _complaints = [];
    private readonly Dictionary<string, (string? ETag, string? Modified, DateTimeOffset FreshUntil)> _known = [];
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Whole answers that were given because the bot knew nothing yet.</summary>
    public int Unconditional { get; private set; }

    public int Asked { get; private set; }

    public byte[] Answer(LoopbackRequest request)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Asked++;
        (string? etag, string? modified, DateTimeOffset freshUntil) = _known.GetValueOrDefault(request.Path);
        Check(now >= _closedUntil, "asked although told to wait");
        Check(now >= freshUntil, "asked while the answer was fresh");
        Check(request["If-None-Match"] == etag, $"sent {request["If-None-Match"]} for {etag}");
        Check(request["If-Modified-Since"] == modified, $"sent {request["If-Modified-Since"]} for {modified}");
        _known[request.Path] = (etag, modified, now + LeastGap);
        return (Asked % 7) switch
        {
            1 => Fresh(request.Path, "200 OK", now, TimeSpan.FromHours(3), "Cache-Control: public, MAX-AGE=10800"),
            2 => Fresh(request.Path, "304 Not Modified", now, TimeSpan.FromHours(6), $"Expires: {Date(now + TimeSpan.FromHours(6))}"),
            3 => Closed("429 Too Many Requests", now, TimeSpan.FromDays(3), "Retry-After: 259200"),
            4 => Fresh(request.Path, "304 Not Modified", now, LeastGap, "Cache-Control: no-cache"),
            5 => Closed("503 Service Unavailable", now, TimeSpan.FromDays(2), $"Retry-After: {Date(now + TimeSpan.FromDays(2))}"),
            6 => Reply.Status("500 Internal Server Error"),
            _ => Fresh(request.Path, "200 OK", now, LeastGap, "X-Cache: none"),
        };
    }

    // Both validators are new each time, and of a form that nobody could make up again.
    private byte[] Fresh(string path, string status, DateTimeOffset now, TimeSpan freshness, string caching)
    {
        bool isFirst = _known.GetValueOrDefault(path).ETag is null;
        Unconditional += isFirst ? 1 : 0;
        string etag = $"W/\"{Asked}\"x";
        string modified = $"{Asked} o'clock";
        _known[path] = (etag, modified, now + freshness);
        string[] headers = [caching, $"ETag: {etag}", $"Last-Modified: {modified}", $"Date: {Date(now)}"];
        return !isFirst && status.StartsWith("304", StringComparison.Ordinal)
            ? Reply.Status(status, headers)
            : Reply.Ok($"<rss version='2.0'><channel><title>A</title><item><title>{Asked}</title><description>Text.</description></item></channel></rss>", headers);
    }

    private byte[] Closed(string status, DateTimeOffset now, TimeSpan rest, string header)
    {
        _closedUntil = now + rest;
        return Reply.Status(status, header);
    }

    private void Check(bool isPolite, string complaint)
    {
        if (!isPolite)
        {
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():s}, request {Asked}: {complaint}"));
        }
    }

    private static string Date(DateTimeOffset date) => date.ToString("R", CultureInfo.InvariantCulture);
}
