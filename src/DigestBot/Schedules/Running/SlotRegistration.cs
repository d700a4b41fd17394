namespace DigestBot.Schedules.Running;

/// <summary>Everything that brings a due slot into the outbox.</summary>
internal static class SlotRegistration
{
    public static IServiceCollection AddSlots(this IServiceCollection services) => services
        .AddSingleton<SlotMetrics>()
        .AddSingleton<EditionComposer>()
        .AddSingleton<SlotReaders>()
        .AddSingleton<SlotTriage>()
        .AddSingleton<ChannelPastReader>()
        .AddSingleton<CorrectionReader>()
        .AddSingleton<SlotPrinter>()
        .AddSingleton<SlotWriter>()
        .AddSingleton<SlotPoster>()
        .AddSingleton<SlotRunner>();
}
