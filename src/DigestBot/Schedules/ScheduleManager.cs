using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules;

/// <summary>Changes schedules on people's behalf: within limits, with the trigger in the same transaction, never twice for a slot.</summary>
internal sealed class ScheduleManager
{
    public Task<ScheduleChange> AddAsync(
        Space space, ChannelRef channel, ScheduleSettings settings, string origin, string createdBy, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Settings as people want them: numbers of <see cref="ScheduleSettings.Times"/> are worked out here.</summary>
    /// <param name="schedule">As it was read.</param>
    /// <param name="settings">As it shall be.</param>
    /// <param name="channel">Where it shall post; null to leave that.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<ScheduleChange> EditAsync(
        Schedule schedule, ScheduleSettings settings, ChannelRef? channel, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ScheduleChange> PauseAsync(Schedule schedule, bool paused, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Skips the next slot, or takes that back.</summary>
    public Task<ScheduleChange> SkipNextAsync(Schedule schedule, bool skip, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Enters a slot that is due at once, beside the timetable; opens a parked channel again.</summary>
    public Task<Occurrence> RunNowAsync(Schedule schedule, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task RemoveAsync(Schedule schedule, CancellationToken cancellationToken) => throw new NotImplementedException();
}
