using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Delivery;

/// <summary>Registers the outbox. Adapters, and the worker that runs it, are the host's choice.</summary>
internal static class DeliveryRegistration
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        // Each owner gets dice of its own: Random is not safe to call concurrently.
        services.TryAddTransient(_ => new Random());
        services.AddSingleton<SlotBell>();
        services.AddSingleton<PostBell>();
        services.AddSingleton<NodeName>();
        services.AddSingleton<Backoff>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<AttemptRules>();
        services.AddSingleton<PlatformCall>();
        services.AddSingleton<ChannelCheck>();
        services.AddSingleton<ChannelParking>();
        services.AddSingleton<ChannelHealing>();
        services.AddSingleton<DeadSourceNotices>();
        services.AddSingleton<PartSender>();
        services.AddSingleton<Outbox>();
        return services;
    }
}
