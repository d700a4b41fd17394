using DigestBot.Adapters.Discord.Incoming;
using DigestBot.Adapters.Discord.Menu;
using DigestBot.Adapters.Discord.Posting;
using DigestBot.Adapters.Discord.Running;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Discord;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord;

/// <summary>Registers Discord where a token is configured: what posts for every verb, what is connected for <c>serve</c> alone.</summary>
internal static class DiscordRegistration
{
    private const string Http = "discord";

    private static readonly Uri Project = new("https://github.com/digestbot/digestbot");

    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsOn(configuration))
        {
            return services;
        }

        services.AddKeyedSingleton(Http, (_, _) => new HttpMessageInvoker(DiscordHttp.CreateHandler(), disposeHandler: true));
        services.AddSingleton(Client);
        services.AddSingleton<DiscordAccount>();
        services.AddSingleton<PlaceFinder>();
        services.AddSingleton<PostFinder>();
        services.AddSingleton<ForumPoster>();
        services.AddSingleton<Crossposter>();
        services.AddSingleton<PartPoster>();
        services.AddSingleton<ChannelRights>();
        services.AddSingleton<ChannelPreflight>();
        services.AddSingleton<IChatAdapter, DiscordChatAdapter>();
        services.AddSingleton<IPersonalChats, DiscordPersonalChats>();
        services.AddSingleton<IChatCommand, PostingCommand>();
        services.AddSingleton<MenuRegistrar>();
        services.AddSingleton<IDoctorCheck, DiscordDoctor>();
        return services;
    }

    public static IServiceCollection AddDiscordWorker(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsOn(configuration))
        {
            return services;
        }

        services.AddSingleton(provider => new IdentifyLimiter(
            token => provider.GetRequiredService<DiscordRestClient>().GetGatewayBotAsync(token),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IdentifyLimiter>>()));
        services.AddSingleton<IIdentifyGate, StoreIdentifyGate>();
        services.AddDiscordIncoming();
        services.AddSingleton<IShardListener, GuildWatch>();
        services.AddSingleton<ShardFactory>();
        services.AddSingleton<ShardOwner>();
        services.AddHostedService<DiscordWorker>();
        return services;
    }

    // Nobody is connected without a token, and nothing of this is made.
    private static bool IsOn(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"]);

    private static DiscordRestClient Client(IServiceProvider services)
    {
        DiscordOptions options = services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        var config = new DiscordRestConfig
        {
            Token = options.Token,
            BaseAddress = new Uri(options.ApiUrl),
            ProjectUrl = Project,
            ProjectVersion = typeof(DiscordRegistration).Assembly.GetName().Version?.ToString(3) ?? "0",
        };

        return new DiscordRestClient(
            config,
            services.GetRequiredKeyedService<HttpMessageInvoker>(Http),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Random>(),
            services.GetRequiredService<ILogger<DiscordRestClient>>());
    }
}
