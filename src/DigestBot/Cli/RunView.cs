using System.Globalization;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>One run of a schedule in JSON.</summary>
/// <param name="Id">Id in the ledger.</param>
/// <param name="Schedule">Name of its schedule.</param>
/// <param name="Slot">Unique in the schedule for ever.</param>
/// <param name="Due">When it was to be posted.</param>
/// <param name="State">due, queued, delivered, skipped or failed.</param>
/// <param name="Reason">Why it was skipped: empty, quiethours, paused, skipnext, toolate, superseded, channelparked or removed.</param>
/// <param name="Problem">One sentence: why it failed, or is tried again.</param>
/// <param name="Late">True when it was missed and caught up.</param>
/// <param name="Digest">Id of the digest that it posts.</param>
/// <param name="Parts">Messages that it is sent in.</param>
/// <param name="Delivered">Of these, how many have arrived.</param>
/// <param name="Finished">When it came to its end.</param>
internal sealed record RunView(
    string Id,
    string Schedule,
    string Slot,
    DateTimeOffset Due,
    string State,
    string? Reason,
    string? Problem,
    bool Late,
    string? Digest,
    int Parts,
    int Delivered,
    DateTimeOffset? Finished)
{
    public static RunView From(string schedule, Occurrence run) => new(
        run.Id.ToString(CultureInfo.InvariantCulture),
        schedule,
        run.Slot,
        run.Due,
        run.State.ToString().ToLowerInvariant(),
        run.Skipped?.ToString().ToLowerInvariant(),
        run.Problem,
        run.Late,
        run.DigestId,
        run.Parts,
        run.Delivered,
        run.FinishedAt);
}
