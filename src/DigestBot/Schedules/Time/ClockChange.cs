namespace DigestBot.Schedules.Time;

/// <summary>A change of the clocks of a zone.</summary>
/// <param name="At">The first instant of the new offset, with that offset.</param>
/// <param name="Before">Offset until then.</param>
internal sealed record ClockChange(DateTimeOffset At, TimeSpan Before)
{
    public TimeSpan After => At.Offset;

    /// <summary>Local date, by the new clock.</summary>
    public DateOnly Date => DateOnly.FromDateTime(At.DateTime);
}
