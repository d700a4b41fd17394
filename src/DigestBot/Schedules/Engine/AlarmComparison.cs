using DigestBot.Store;
using DigestBot.Store.Ledger;
using Quartz;

namespace DigestBot.Schedules.Engine;

/// <summary>Compares the scheduler's triggers with the schedules, which are the truth, and corrects what differs.</summary>
internal sealed partial class AlarmComparison(
    Database database, ScheduleStore schedules, IAlarms alarms, SchedulerEngine engine, TimeProvider clock, ILogger<AlarmComparison> logger)
{
    private const int ReadAtOnce = 500;
    private const int CorrectedAtOnce = 50;

    /// <summary>Reads all alarms and all triggers once, in bounded steps.</summary>
    /// <returns>How many were missing, wrong or left over.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await engine.UseAsync(
            scheduler => scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken).AsTask(), cancellationToken);

        HashSet<long> known = [];
        long last = 0;
        int corrected = 0;
        while (await schedules.AlarmsAsync(last, ReadAtOnce, cancellationToken) is { Count: > 0 } page)
        {
            last = page[^1].ScheduleId;
            known.UnionWith(page.Select(alarm => alarm.ScheduleId));
            corrected += await CorrectAsync(await WrongAsync(page, cancellationToken), cancellationToken);
        }

        corrected += await CorrectAsync(await LeftOverAsync(known, cancellationToken), cancellationToken);
        if (corrected > 0)
        {
            LogCorrected(corrected);
        }

        return corrected;
    }

    // What is due already has fired or is about to be opened, which sets its trigger anew.
    private async Task<IReadOnlyList<long>> WrongAsync(IReadOnlyList<ScheduleAlarm> page, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TriggerKey[] keys = [.. page.Select(alarm => AlarmTrigger.Key(alarm.ScheduleId))];
        List<ITrigger> found = await engine.UseAsync(scheduler => scheduler.GetTriggers(keys, cancellationToken).AsTask(), cancellationToken);
        Dictionary<TriggerKey, DateTimeOffset?> set = found.ToDictionary(trigger => trigger.Key, trigger => trigger.NextFireTimeUtc);
        return
        [
            .. from alarm in page
               where alarm.NextDue is null || alarm.NextDue > now
               where set.GetValueOrDefault(AlarmTrigger.Key(alarm.ScheduleId)) != alarm.NextDue
               select alarm.ScheduleId,
        ];
    }

    private async Task<IReadOnlyList<long>> LeftOverAsync(HashSet<long> known, CancellationToken cancellationToken)
    {
        List<long> left = [];
        for (int skip = 0; ; skip += ReadAtOnce)
        {
            var query = new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(AlarmTrigger.Group), Skip = skip, Take = ReadAtOnce };
            PagedResult<TriggerHeader> page = await engine.UseAsync(
                scheduler => scheduler.QueryTriggers(query, cancellationToken).AsTask(), cancellationToken);
            left.AddRange(
                from trigger in page.Items
                let schedule = AlarmTrigger.ScheduleOf(trigger.Key)
                where schedule is not null && !known.Contains(schedule.Value)
                select schedule.Value);
            if (!page.HasMore)
            {
                return left;
            }
        }
    }

    // Each schedule is looked at again under its lock: it may have changed, or come to be, since both sides were read.
    private async Task<int> CorrectAsync(IReadOnlyList<long> scheduleIds, CancellationToken cancellationToken)
    {
        foreach (long[] some in scheduleIds.Order().Chunk(CorrectedAtOnce))
        {
            IReadOnlyList<ScheduleAlarm> set = await database.InTransactionAsync(
                transaction => SetAsync(transaction, some, cancellationToken), cancellationToken);
            await alarms.CommittedAsync(set, cancellationToken);
        }

        return scheduleIds.Count;
    }

    private async Task<IReadOnlyList<ScheduleAlarm>> SetAsync(StoreTransaction transaction, long[] scheduleIds, CancellationToken cancellationToken)
    {
        var set = new List<ScheduleAlarm>(scheduleIds.Length);
        foreach (long id in scheduleIds)
        {
            Schedule? schedule = await schedules.LockAsync(transaction, id);
            set.Add(new ScheduleAlarm(id, schedule?.NextDue, Revision: 0));
        }

        foreach (ScheduleAlarm alarm in set)
        {
            await alarms.SetAsync(transaction, alarm, cancellationToken);
        }

        return set;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Brought {Alarms} alarms in line with the schedules")]
    private partial void LogCorrected(int alarms);
}
