using System.Diagnostics.Metrics;
using System.Text.Json;
using DigestBot.Ingest.WebSub;

namespace DigestBot.Ingest;

/// <summary>What ingest counts, for any OpenTelemetry collector.</summary>
internal sealed class IngestMetrics : IDisposable
{
    public const string MeterName = "DigestBot.Ingest";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _polls;
    private readonly Counter<long> _articles;
    private readonly Counter<long> _pings;

    public IngestMetrics()
    {
        _polls = _meter.CreateCounter<long>("digestbot.ingest.polls", "{poll}", "Sources read, by outcome.");
        _articles = _meter.CreateCounter<long>("digestbot.ingest.articles", "{article}", "Articles stored for the first time.");
        _pings = _meter.CreateCounter<long>("digestbot.ingest.pings", "{ping}", "What hubs sent, by outcome.");
    }

    public void Polled(IngestReport report)
    {
        _polls.Add(1, new KeyValuePair<string, object?>("outcome", report.Failed.Count == 0 ? "ok" : "failed"));
        _articles.Add(report.New);
    }

    public void Pinged(PingOutcome outcome) =>
        _pings.Add(1, new KeyValuePair<string, object?>("outcome", JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString())));

    public void Dispose() => _meter.Dispose();
}
