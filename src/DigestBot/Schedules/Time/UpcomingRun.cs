namespace DigestBot.Schedules.Time;

/// <summary>A slot that is to come.</summary>
/// <param name="Slot">With its offset, and whether a clock change moves it.</param>
/// <param name="Changes">Clock changes after the run before it, or after now, and up to this one; nearly always none.</param>
/// <param name="Quiet">True when quiet hours will keep it back.</param>
internal sealed record UpcomingRun(Slot Slot, IReadOnlyList<ClockChange> Changes, bool Quiet);
