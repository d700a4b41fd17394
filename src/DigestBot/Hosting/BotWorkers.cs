using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Delivery;
using DigestBot.Ingest;
using DigestBot.Ingest.WebSub;
using DigestBot.Schedules.Engine;
using DigestBot.Schedules.Running;

namespace DigestBot.Hosting;

/// <summary>Everything that runs by itself in <c>serve</c>.</summary>
internal static class BotWorkers
{
    /// <summary>
    /// They start in this order and stop in the opposite one: first nobody is answered any more and nothing new becomes due,
    /// then what is due is finished.
    /// </summary>
    public static IServiceCollection AddBotWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<IngestWorker>();
        services.AddHostedService<WebSubWorker>();
        services.AddHostedService<DeliveryWorker>();
        services.AddHostedService<SlotWorker>();
        services.AddHostedService<SchedulerWorker>();
        services.AddDiscordWorker(configuration);
        services.AddTeamsBot(configuration);
        return services;
    }
}
