using DigestBot.Chat;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>What became of one run of a schedule, in a few words.</summary>
internal static class RunText
{
    /// <summary>When, and what became of it: on one line.</summary>
    public static string Line(Occurrence run, Reader reader)
    {
        string by = IsByHand(run) ? $" · {reader.Phrases.RunByHand}" : "";
        return $"{reader.Moment(run.Due)}{by} · {Outcome(run, reader.Phrases)}";
    }

    public static string Outcome(Occurrence run, Phrases phrases)
    {
        string outcome = run.State switch
        {
            OccurrenceState.Due when run.Problem is { } problem => phrases.RunRetrying(problem),
            OccurrenceState.Due => phrases.RunDue,
            OccurrenceState.Queued => phrases.RunQueued(run.Delivered, run.Parts),
            OccurrenceState.Delivered when run.Parts > 1 => phrases.RunDeliveredParts(run.Parts),
            OccurrenceState.Delivered => phrases.RunDelivered,
            OccurrenceState.Skipped => phrases.RunSkipped(Why(run.Skipped, phrases)),
            _ => phrases.RunFailed(run.Problem ?? ""),
        };
        bool late = run is { Late: true, State: not OccurrenceState.Skipped };
        return late ? $"{outcome} · {phrases.RunLate}" : outcome;
    }

    private static bool IsByHand(Occurrence run) => run.Slot.StartsWith("now/", StringComparison.Ordinal);

    private static string Why(SkipReason? reason, Phrases phrases) => reason switch
    {
        SkipReason.Empty => phrases.SkippedEmpty,
        SkipReason.QuietHours => phrases.SkippedQuietHours,
        SkipReason.Paused => phrases.SkippedPaused,
        SkipReason.SkipNext => phrases.SkippedSkipNext,
        SkipReason.TooLate => phrases.SkippedTooLate,
        SkipReason.Superseded => phrases.SkippedSuperseded,
        SkipReason.ChannelParked => phrases.SkippedParked,
        SkipReason.Removed => phrases.SkippedRemoved,
        _ => "",
    };
}
