using DigestBot.Adapters.Teams.Incoming;
using DigestBot.Adapters.Teams.Posting;
using DigestBot.Delivery;
using DigestBot.Teams;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Teams;

/// <summary>Registers Teams where an app is configured: what posts for every verb, what listens for <c>serve</c> alone.</summary>
internal static class TeamsRegistration
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsOn(configuration))
        {
            return services;
        }

        services.AddSingleton<IOptionsFactory<BotFrameworkOptions>, TeamsClientSettings>();
        services.AddBotFramework();
        services.AddSingleton<TeamsPlaces>();
        services.AddSingleton<TeamsPoster>();
        services.AddSingleton<TeamsPreflight>();
        services.AddSingleton<IChatAdapter, TeamsChatAdapter>();
        services.AddSingleton<IPersonalChats, TeamsPersonalChats>();
        services.AddSingleton<IDoctorCheck, TeamsDoctor>();
        return services;
    }

    public static IServiceCollection AddTeamsBot(this IServiceCollection services, IConfiguration configuration) => !IsOn(configuration)
        ? services
        : services
            .AddSingleton<TeamsMetrics>()
            .AddSingleton<TeamsRoster>()
            .AddSingleton<TeamsCaller>()
            .AddSingleton<TeamsDigests>()
            .AddSingleton<FormInputs>()
            .AddSingleton<TeamsForms>()
            .AddSingleton<TeamsDialogue>()
            .AddSingleton<TeamsAnswers>()
            .AddSingleton<TeamsButtons>()
            .AddSingleton<TeamsMessages>()
            .AddSingleton<TeamsWatch>()
            .AddSingleton<TeamsStorySearch>()
            .AddSingleton<TeamsOpinions>()
            .AddSingleton<IBot, TeamsBot>();

    /// <summary>Listens for what Teams brings, where an app is configured.</summary>
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<TeamsOptions>>().Value.IsOn)
        {
            routes.MapBotFramework();
        }
    }

    // Nobody is connected without an app, and nothing of this is made.
    private static bool IsOn(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{TeamsOptions.Section}:{nameof(TeamsOptions.AppId)}"])
        || configuration.GetValue<bool>($"{TeamsOptions.Section}:{nameof(TeamsOptions.Emulator)}");
}
