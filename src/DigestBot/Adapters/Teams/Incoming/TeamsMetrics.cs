using System.Diagnostics.Metrics;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>What is counted of what comes from Teams, for any OpenTelemetry collector.</summary>
internal sealed class TeamsMetrics : IDisposable
{
    public const string MeterName = "DigestBot.Teams";

    private static readonly string[] Known =
        ["message", "invoke", "installationUpdate", "conversationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event"];

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _activities;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _feedback;

    public TeamsMetrics()
    {
        _activities = _meter.CreateCounter<long>("digestbot.teams.activities", "{activity}", "Activities that came, by kind.");
        _failed = _meter.CreateCounter<long>("digestbot.teams.failed", "{activity}", "Activities that could not be answered, by kind.");
        _feedback = _meter.CreateCounter<long>("digestbot.teams.feedback", "{opinion}", "Opinions on answers, by reaction.");
    }

    public void Came(string? kind) => _activities.Add(1, Kind(kind));

    public void Failed(string? kind) => _failed.Add(1, Kind(kind));

    public void Feedback(string reaction) => _feedback.Add(1, new KeyValuePair<string, object?>("reaction", reaction));

    public void Dispose() => _meter.Dispose();

    // A kind is written by others, and must not make a series of its own.
    private static KeyValuePair<string, object?> Kind(string? kind) => new("kind", Known.Contains(kind) ? kind : "other");
}
