using System.Globalization;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>A publisher who counts every discourtesy: it changes its caching habit with each answer and trusts nobody.</summary>
/// <remarks>Its own clock is always right, and it counts by that.</remarks>
internal sealed class PolitenessJudge(SettableClock clock, bool skipsNights)
{
    private const string Moved = "/moved";
    private static readonly TimeSpan LeastGap = TimeSpan.FromHours(1);
    private static readonly TimeSpan ClockDrift = TimeSpan.FromSeconds(1); // of an HTTP date, which has no fractions

    private readonly List<string> _complaints = [];
    private readonly Dictionary<string, Known> _known = [];
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private int _present;

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Whole answers that were given because the bot knew nothing yet.</summary>
    public int Unconditional { get; private set; }

    public int Asked { get; private set; }

    /// <summary>Requests to an address that has moved for good.</summary>
    public int AskedAtTheOldAddress { get; private set; }

    /// <summary>From when on the feeds are somewhere else for good.</summary>
    public DateTimeOffset MovesAt { get; init; } = DateTimeOffset.MaxValue;

    public byte[] Answer(LoopbackRequest request)
    {
        Check(Interlocked.Increment(ref _present) == 1, "two requests at a time");
        try
        {
            return AnswerAlone(request);
        }
        finally
        {
            Interlocked.Decrement(ref _present);
        }
    }

    private byte[] AnswerAlone(LoopbackRequest request)
    {
        DateTimeOffset now = clock.Truth;
        string feed = request.Path.Replace(Moved, "", StringComparison.Ordinal).Split('?')[0];
        Known known = _known.GetValueOrDefault(feed) ?? new Known(null, null, DateTimeOffset.MinValue);
        Check(now + ClockDrift >= _closedUntil, "asked although told to wait");
        Check(now + ClockDrift >= known.FreshUntil, "asked while the answer was fresh");
        Check(request["If-None-Match"] == known.ETag, $"sent {request["If-None-Match"]} for {known.ETag}");
        Check(request["If-Modified-Since"] == known.Modified, $"sent {request["If-Modified-Since"]} for {known.Modified}");
        Check(!skipsNights || known.ETag is null || now.Hour >= 6, "asked at night");
        if (now >= MovesAt && !request.Path.StartsWith(Moved, StringComparison.Ordinal))
        {
            AskedAtTheOldAddress++;
            return Reply.Redirect($"{Moved}{feed}", Asked % 2 == 0 ? "301 Moved Permanently" : "308 Permanent Redirect");
        }

        if (Asked % 5 == 4 && !request.Path.Contains('?', StringComparison.Ordinal))
        {
            return Reply.Redirect($"{request.Path}?for=now", Asked % 2 == 0 ? "302 Found" : "307 Temporary Redirect");
        }

        Asked++;
        _known[feed] = known with { FreshUntil = now + LeastGap };
        return (Asked % 9) switch
        {
            1 => Fresh(feed, "200 OK", now, TimeSpan.FromHours(3), "Cache-Control: public, MAX-AGE=10800"),
            2 => Fresh(feed, "304 Not Modified", now, TimeSpan.FromHours(6), $"Expires: {Date(now + TimeSpan.FromHours(6))}"),
            3 => Closed("429 Too Many Requests", now, TimeSpan.FromDays(3), "Retry-After: 259200"),
            4 => Fresh(feed, "304 Not Modified", now, LeastGap, "Cache-Control: no-cache"),
            5 => Closed("503 Service Unavailable", now, TimeSpan.FromDays(2), $"Retry-After: {Date(now + TimeSpan.FromDays(2))}"),
            6 => Reply.Status("500 Internal Server Error"),
            7 => Fresh(feed, "200 OK", now, TimeSpan.FromHours(5), "X-Cache: none", "<ttl>300</ttl>"),
            8 => Fresh(feed, "304 Not Modified", now, TimeSpan.FromHours(5), "X-Cache: none"),
            _ => Fresh(feed, "200 OK", now, LeastGap, "X-Cache: none"),
        };
    }

    // Both validators are new each time, and of a form that nobody could make up again.
    private byte[] Fresh(string feed, string status, DateTimeOffset now, TimeSpan freshness, string caching, string hint = "")
    {
        bool isFirst = _known[feed].ETag is null;
        Unconditional += isFirst ? 1 : 0;
        string etag = $"W/\"{Asked}\"x";
        string modified = $"{Asked} o'clock";
        bool isWhole = isFirst || !status.StartsWith("304", StringComparison.Ordinal);
        TimeSpan asked = Asked % 9 != 8 ? freshness : isWhole ? TimeSpan.Zero : _known[feed].Hint;
        _known[feed] = new Known(etag, modified, now + (asked > LeastGap ? asked : LeastGap)) { Hint = isWhole ? Hint(hint) : _known[feed].Hint };
        string[] headers = [caching, $"ETag: {etag}", $"Last-Modified: {modified}", $"Date: {Date(now)}"];
        string nights = skipsNights ? $"<skipHours>{string.Concat(Enumerable.Range(0, 6).Select(hour => $"<hour>{hour}</hour>"))}</skipHours>" : "";
        return isWhole
            ? Reply.Ok(
                $"<rss version='2.0'><channel><title>A</title>{hint}{nights}{Item("Always")}{Item($"{Asked}")}</channel></rss>", headers)
            : Reply.Status(status, headers);
    }

    private byte[] Closed(string status, DateTimeOffset now, TimeSpan rest, string header)
    {
        _closedUntil = now + rest;
        return Reply.Status(status, header, $"Date: {Date(now)}");
    }

    private void Check(bool isPolite, string complaint)
    {
        if (!isPolite)
        {
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.Truth:s}, request {Asked}: {complaint}"));
        }
    }

    private static TimeSpan Hint(string hint) => hint.Length > 0 ? TimeSpan.FromHours(5) : TimeSpan.Zero;

    private static string Item(string title) => $"<item><title>{title}</title><description>Text.</description></item>";

    private static string Date(DateTimeOffset date) => date.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Known(string? ETag, string? Modified, DateTimeOffset FreshUntil)
    {
        /// <summary>What the last whole answer asked for in its own text.</summary>
        public TimeSpan Hint { get; init; }
    }
}
