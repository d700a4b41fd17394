using System.Diagnostics.Metrics;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What is counted and measured of interactions and messages, for any OpenTelemetry collector.</summary>
internal sealed class InteractionMetrics : IDisposable
{
    public const string MeterName = "DigestBot.Discord";

    private static readonly InstrumentAdvice<double> ResponseBuckets = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3],
    };

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _interactions;
    private readonly Counter<long> _deferred;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _responses;

    public InteractionMetrics()
    {
        _interactions = _meter.CreateCounter<long>(
            "digestbot.discord.interactions", "{interaction}", "Interactions that were dealt with, by kind and outcome.");
        _deferred = _meter.CreateCounter<long>(
            "digestbot.discord.interactions.deferred", "{interaction}", "Interactions whose answer was not ready at once, by kind.");
        _messages = _meter.CreateCounter<long>("digestbot.discord.messages", "{message}", "Messages to the bot, by outcome.");
        _responses = _meter.CreateHistogram(
            "digestbot.discord.response.duration",
            "s",
            "From an interaction's arrival until its first response had arrived at Discord, by kind.",
            advice: ResponseBuckets);
    }

    public void Responded(InteractionType kind, TimeSpan duration) => _responses.Record(duration.TotalSeconds, Kind(kind));

    public void Deferred(InteractionType kind) => _deferred.Add(1, Kind(kind));

    public void Ended(InteractionType kind, InteractionEnd end) => _interactions.Add(1, Kind(kind), Outcome(end));

    public void MessageEnded(InteractionEnd end) => _messages.Add(1, Outcome(end));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Kind(InteractionType kind) => new("kind", kind switch
    {
        InteractionType.ApplicationCommand => "command",
        InteractionType.ApplicationCommandAutocomplete => "autocomplete",
        InteractionType.MessageComponent => "component",
        InteractionType.ModalSubmit => "form",
        _ => "other",
    });

    private static KeyValuePair<string, object?> Outcome(InteractionEnd end) => new("outcome", end.ToString().ToLowerInvariant());
}
