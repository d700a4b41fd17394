using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigestBot.Ingest.Fetching;

/// <summary>Registers the downloader.</summary>
/// <remarks>
/// The composition root adds the options, which are checked before the host starts:
/// <code>
/// services.AddSingleton(TimeProvider.System);
/// services.AddValidated&lt;FetchOptions, FetchOptionsValidator&gt;(FetchOptions.Section);
/// services.AddFetching();
/// </code>
/// </remarks>
internal static class FetchRegistration
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.TryAddSingleton<IDialer, SocketDialer>();
        services.AddSingleton<HostAllowList>();
        services.AddSingleton<GuardedConnector>();
        services.AddSingleton<GuardedTransport>();
        services.AddSingleton<HostRests>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<ResponseReader>();
        services.AddSingleton<RedirectFollower>();
        services.AddSingleton<PoliteFetcher>();
        services.AddSingleton<FormSender>();
        return services;
    }
}
