using System.Globalization;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Schedules;

/// <summary>Changes schedules on people's behalf: within limits, with the trigger in the same transaction, never twice for a slot.</summary>
/// <remarks>
/// Every change locks the row, reads it again, and first enters the slots that were due until now: what was due before a
/// change is decided as it was before it, however late the alarm. Then slots in the ledger stay there, wherever an edit
/// moves them, and those that it moves into the past are entered by the edit.
/// </remarks>
internal sealed class ScheduleManager(
    Database database,
    ScheduleStore schedules,
    OccurrenceStore occurrences,
    ChannelStore channels,
    ITimetable timetable,
    SlotBell bell,
    IOptions<LimitOptions> limits,
    IOptions<ScheduleOptions> options,
    TimeProvider clock)
{
    private readonly ScheduleLimits _limits = new(schedules, limits);
    private readonly SlotLedger _ledger = new(occurrences);

    public Task<ScheduleChange> AddAsync(
        Space space, ChannelRef channel, ScheduleSettings settings, string origin, string createdBy, CancellationToken cancellationToken) =>
        AddAsync(
            space,
            channel,
            settings,
            (origin, createdBy),
            new(transaction => _limits.RefuseNewAsync(transaction, space, settings.Topic), (_, _) => Task.CompletedTask),
            cancellationToken);

    /// <summary>Same, within other limits, and with something that is written beside it.</summary>
    public Task<ScheduleChange> AddAsync(
        Space space,
        ChannelRef channel,
        ScheduleSettings settings,
        (string Place, string Person) origin,
        ScheduleAddition addition,
        CancellationToken cancellationToken) =>
        CommitAsync(
            async transaction =>
            {
                if (await addition.RefuseAsync(transaction) is { } refused)
                {
                    return refused;
                }

                DateTimeOffset now = clock.GetUtcNow();
                PostingTimes numbered = PostingTimes.New(settings.Times.Select(posting => posting.Time));
                ScheduleSettings kept = settings with { Times = numbered.Times };
                Channel open = await OpenAsync(transaction, space, channel);
                Schedule? added = await schedules.AddAsync(
                    transaction,
                    new NewSchedule(space, open, kept, origin.Place, origin.Person, now, SlotCalendar.Next(kept, now)?.Due.ToUniversalTime(), numbered.NextNumber)
                    {
                        CoveredUntil = addition.CoveredUntil,
                    });
                if (added is null)
                {
                    return new ScheduleChange.NameTaken(settings.Name);
                }

                await addition.WriteAsync(transaction, added);
                await SetAlarmAsync(transaction, added, cancellationToken);
                return new ScheduleChange.Done(added);
            },
            cancellationToken);

    /// <summary>Settings as people want them: numbers of <see cref="ScheduleSettings.Times"/> are worked out here.</summary>
    /// <param name="schedule">As it was read; where somebody changed it since, only what differs from this is changed.</param>
    /// <param name="settings">As it shall be.</param>
    /// <param name="channel">Where it shall post; null to leave that.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<ScheduleChange> EditAsync(
        Schedule schedule, ScheduleSettings settings, ChannelRef? channel, CancellationToken cancellationToken) =>
        ChangeAsync(
            schedule,
            async (transaction, current, now) =>
            {
                ScheduleSettings merged = SettingsMerge.Apply(schedule.Settings, settings, current.Settings);
                if (await _limits.RefuseTopicAsync(transaction, current, merged.Topic) is { } refused)
                {
                    return new Edit(refused, current, []);
                }

                PostingTimes numbered = PostingTimes.Renumber(current.Settings.Times, merged.Times.Select(posting => posting.Time), current.NextNumber);
                Schedule edited = current with
                {
                    Settings = merged with { Times = numbered.Times },
                    NextNumber = numbered.NextNumber,
                    Channel = channel is null ? current.Channel : await OpenAsync(transaction, current.Space, channel),
                };
                return new Edit(null, edited, MovedSlots.Find(current.Settings, edited.Settings, current.CreatedAt, now));
            },
            cancellationToken);

    /// <summary>Pauses, or resumes and opens a parked channel again.</summary>
    public Task<ScheduleChange> PauseAsync(Schedule schedule, bool paused, CancellationToken cancellationToken) =>
        ChangeAsync(
            schedule,
            async (transaction, current, _) =>
            {
                Channel channel = paused ? current.Channel : await OpenAsync(transaction, current.Space, current.Channel.Address);
                return new Edit(current with { Paused = paused, Channel = channel });
            },
            cancellationToken);

    /// <summary>Skips the next slot, or takes that back.</summary>
    public Task<ScheduleChange> SkipNextAsync(Schedule schedule, bool skip, CancellationToken cancellationToken) =>
        ChangeAsync(schedule, (_, current, _) => Task.FromResult(new Edit(current with { SkipNext = skip })), cancellationToken);

    /// <summary>Enters a slot that is due at once, beside the timetable; opens a parked channel again.</summary>
    /// <returns>Null when the schedule was removed meanwhile.</returns>
    public async Task<Occurrence?> RunNowAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        string? slot = await database.InTransactionAsync(
            async transaction =>
            {
                if (await schedules.LockAsync(transaction, schedule.Id) is not { } current)
                {
                    return null;
                }

                DateTimeOffset now = clock.GetUtcNow();
                string key = string.Create(CultureInfo.InvariantCulture, $"now/{now.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}");
                await channels.OpenAsync(transaction, current.Channel.Id);
                await occurrences.OpenAsync(transaction, [new NewOccurrence(current.Id, key, now, false, null)]);
                return key;
            },
            cancellationToken);
        if (slot is null)
        {
            return null;
        }

        bell.Ring();
        return await occurrences.FindAsync(schedule.Id, slot, cancellationToken);
    }

    public async Task RemoveAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        await database.InTransactionAsync(
            async transaction =>
            {
                await schedules.RemoveAsync(transaction, schedule.Id);
                await timetable.SetAsync(transaction, new ScheduleAlarm(schedule.Id, null, 0), cancellationToken);
                return true;
            },
            cancellationToken);
        timetable.Changed();
    }

    private async Task<ScheduleChange> ChangeAsync(
        Schedule schedule, Func<StoreTransaction, Schedule, DateTimeOffset, Task<Edit>> change, CancellationToken cancellationToken)
    {
        bool anyRuns = false;
        ScheduleChange result = await CommitAsync(
            async transaction =>
            {
                if (await schedules.LockAsync(transaction, schedule.Id) is not { } locked)
                {
                    return new ScheduleChange.Gone();
                }

                DateTimeOffset now = clock.GetUtcNow();
                EnteredSlots due = await _ledger.CatchUpAsync(transaction, locked, now, options.Value.Grace);
                Edit edit = await change(transaction, due.Schedule, now);
                EnteredSlots? done = edit.Refused is null ? await StoreAsync(transaction, edit, now) : null;

                // Refused or not: what was due has been entered.
                Schedule stored = done?.Schedule ?? await MarkAsync(transaction, due.Schedule, now);
                await SetAlarmAsync(transaction, stored, cancellationToken);
                anyRuns = due.AnyRuns || done?.AnyRuns == true;
                return edit.Refused ?? (done is null ? new ScheduleChange.NameTaken(edit.Schedule.Settings.Name) : new ScheduleChange.Done(stored));
            },
            cancellationToken);
        if (anyRuns)
        {
            bell.Ring();
        }

        return result;
    }

    /// <returns>Null when the space has another schedule of this name; nothing was written then.</returns>
    private async Task<EnteredSlots?> StoreAsync(StoreTransaction transaction, Edit edit, DateTimeOffset now)
    {
        Schedule edited = edit.Schedule with { NextDue = await _ledger.NextDueAsync(transaction, edit.Schedule.Id, edit.Schedule.Settings, now) };
        if (!await schedules.UpdateAsync(transaction, edited))
        {
            return null;
        }

        EnteredSlots entered = await _ledger.EnterAsync(transaction, edited, edit.Moved, now, options.Value.Grace);
        if (entered.Schedule.SkipNext != edited.SkipNext)
        {
            await schedules.OpenedAsync(transaction, [entered.Schedule]);
        }

        return entered;
    }

    private async Task<Schedule> MarkAsync(StoreTransaction transaction, Schedule schedule, DateTimeOffset now)
    {
        Schedule marked = schedule with { NextDue = await _ledger.NextDueAsync(transaction, schedule.Id, schedule.Settings, now) };
        await schedules.OpenedAsync(transaction, [marked]);
        return marked;
    }

    private async Task<ScheduleChange> CommitAsync(Func<StoreTransaction, Task<ScheduleChange>> work, CancellationToken cancellationToken)
    {
        ScheduleChange change = await database.InTransactionAsync(work, cancellationToken);
        timetable.Changed();
        return change;
    }

    // Whoever sets a schedule to a channel, or resumes it, has seen to it that the bot may write there.
    private async Task<Channel> OpenAsync(StoreTransaction transaction, Space space, ChannelRef address)
    {
        Channel channel = await channels.GetOrAddAsync(transaction, space, address);
        if (!channel.IsParked && channel.Refusals == 0)
        {
            return channel;
        }

        await channels.OpenAsync(transaction, channel.Id);
        return await channels.GetOrAddAsync(transaction, space, address);
    }

    // Last in each transaction: the clustered scheduler's own lock is held from here to the end of it.
    private Task SetAlarmAsync(StoreTransaction transaction, Schedule schedule, CancellationToken cancellationToken) =>
        timetable.SetAsync(transaction, new ScheduleAlarm(schedule.Id, schedule.NextDue, 0), cancellationToken);

    /// <summary>A change about to be stored.</summary>
    /// <param name="Refused">Why it is not; null when it is.</param>
    /// <param name="Schedule">As it shall be.</param>
    /// <param name="Moved">Slots that it moves into the past.</param>
    private sealed record Edit(ScheduleChange? Refused, Schedule Schedule, IReadOnlyList<Slot> Moved)
    {
        public Edit(Schedule schedule)
            : this(null, schedule, [])
        {
        }
    }
}
