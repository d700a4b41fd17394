using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Puts the client into a host, and its endpoint on the host's routes.</summary>
public static class BotFrameworkRegistration
{
    /// <summary>Where the channel posts to unless another path is mapped.</summary>
    public const string DefaultPath = "/api/messages";

    /// <summary>
    /// Adds the client. <see cref="BotFrameworkOptions"/> are the caller's to bind; the host does not start while they are wrong.
    /// </summary>
    /// <remarks>
    /// An <see cref="IBotTokenProvider"/> or <see cref="IActivityMemory"/> that is registered before takes the place of ours.
    /// </remarks>
    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<BotFrameworkOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkRangeValidator>();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => CloudEnvironment.For(provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value));
        services.TryAddSingleton<TrustedServiceUrls>();
        AddInbound(services);
        AddOutbound(services);
        services.TryAddSingleton(CloudAdapter.Create);
        services.TryAddSingleton<ScopedBot>();
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<CloudAdapter>());
        services.AddHostedService<TurnWorkers>();
        services.AddHostedService<EmulatorGuard>();
        return services;
    }

    /// <summary>Listens for activities; needs an <see cref="IBot"/> among the services, of any lifetime.</summary>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder routes, string path = DefaultPath)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IBot)) != true)
        {
            throw new InvalidOperationException("No IBot is among the services, so there is nobody to answer.");
        }

        return routes.MapPost(
            path,
            (HttpContext context, IBotFrameworkHttpAdapter adapter, ScopedBot bot) =>
                adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
    }

    private static void AddInbound(IServiceCollection services)
    {
        services.TryAddSingleton<ChannelKeys>();
        services.TryAddSingleton<ChannelTokenValidator>();
        services.TryAddSingleton<ChannelTokenGuard>();
        services.TryAddSingleton<ChannelGuard>();
        services.TryAddSingleton<ActivityReader>();
        services.TryAddSingleton<ActivityReceiver>();
        services.TryAddSingleton<IActivityMemory, ActivityMemory>();
        services.TryAddSingleton<TurnQueue>();
        services.TryAddSingleton<InvokeRunner>();
    }

    private static void AddOutbound(IServiceCollection services)
    {
        services.AddHttpClient(OutboundHttp.ClientName)
            .ConfigureHttpClient(OutboundHttp.Configure)
            .ConfigurePrimaryHttpMessageHandler(OutboundHttp.CreateHandler)
            .RemoveAllLoggers(); // they would log headers at trace level, the token among them
        services.TryAddSingleton<IBotTokenProvider, ClientCredentialsTokenProvider>();
        services.TryAddSingleton<RequestBudgets>();
        services.TryAddSingleton(_ => new RetrySchedule(new Random()));
        services.TryAddSingleton<ConnectorPipeline>();
        services.TryAddSingleton<IConnectorClientFactory, ConnectorClientFactory>();
    }
}
