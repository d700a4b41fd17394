namespace DigestBot.Schedules.Engine;

/// <summary>Registers the scheduler and what it wakes; nothing of it runs before the host starts it.</summary>
internal static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<SchedulerAssembly>();
        services.AddSingleton<SchedulerEngine>();
        services.AddSingleton<ClusteredTimetable>();
        services.AddSingleton<EmbeddedTimetable>();
        services.AddSingleton<IAlarms>(provider => provider.GetRequiredService<SchedulerEngine>().IsClustered
            ? provider.GetRequiredService<ClusteredTimetable>()
            : provider.GetRequiredService<EmbeddedTimetable>());
        services.AddSingleton<ITimetable>(provider => provider.GetRequiredService<IAlarms>());
        services.AddSingleton<AlarmComparison>();
        services.AddSingleton<SlotLedger>();
        services.AddSingleton<SlotOpener>();
        services.AddSingleton<ChoreSchedule>();
        services.AddSingleton<IChore, OpenSlots>();
        services.AddSingleton<IChore, RepairAlarms>();
        services.AddSingleton<IChore, CompareAlarms>();
        services.AddSingleton<IChore, GroupStories>();
        services.AddSingleton<IChore, ForgetOld>();
        services.AddSingleton<IChore, ReopenChannels>();
        services.AddSingleton<IChore, EraseSpaces>();
        services.AddSingleton<IChore, ReportDeadSources>();
        return services;
    }
}
