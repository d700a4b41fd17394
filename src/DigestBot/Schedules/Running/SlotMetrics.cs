using System.Diagnostics.Metrics;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>What schedules count, for any OpenTelemetry collector.</summary>
internal sealed class SlotMetrics : IDisposable
{
    public const string MeterName = "DigestBot.Schedules";

    private readonly Counter<long> _slots;
    private readonly Counter<long> _compositions;
    private readonly Counter<long> _served;
    private readonly Histogram<double> _delay;

    public SlotMetrics()
    {
        _slots = Meter.CreateCounter<long>("digestbot.schedules.slots", "{slot}", "Slots that were taken, by outcome and reason.");
        _compositions = Meter.CreateCounter<long>("digestbot.schedules.compositions", "{composition}", "Digests composed for schedules.");
        _served = Meter.CreateCounter<long>("digestbot.schedules.served", "{channel}", "Channels served; divided by compositions, how many share one.");
        _delay = Meter.CreateHistogram<double>("digestbot.schedules.delay", "s", "From when a slot was due until its posts were queued.");
    }

    public Meter Meter { get; } = new(MeterName);

    public void Composed() => _compositions.Add(1);

    /// <summary>A slot was brought to its next state.</summary>
    public void Ended(TakenOccurrence slot, OccurrenceEnd end, DateTimeOffset now)
    {
        (string outcome, string? reason) = end switch
        {
            OccurrenceEnd.Queued => ("queued", slot.ByHand ? "by hand" : null),
            OccurrenceEnd.Skipped { Reason: var why } => ("skipped", why.ToString()),
            OccurrenceEnd.Failed => ("failed", null),
            _ => ("again", null),
        };
        Count(outcome, reason);
        if (end is OccurrenceEnd.Queued)
        {
            _served.Add(1);
            _delay.Record((now - slot.Due).TotalSeconds);
        }
    }

    /// <summary>Somebody else took the slot meanwhile; nothing was written.</summary>
    public void Lost() => Count("lost", null);

    public void Dispose() => Meter.Dispose();

    private void Count(string outcome, string? reason) => _slots.Add(
        1, new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string, object?>("reason", reason ?? ""));
}
