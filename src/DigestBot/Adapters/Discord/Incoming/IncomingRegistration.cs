using DigestBot.Adapters.Discord.Running;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Registers everything that answers what comes in from Discord. Needs the REST client and the account.</summary>
internal static class IncomingRegistration
{
    public static IServiceCollection AddDiscordIncoming(this IServiceCollection services) => services
        .AddSingleton<InteractionMetrics>()
        .AddSingleton<DiscordGuilds>()
        .AddSingleton<DiscordCaller>()
        .AddSingleton<DigestFinder>()
        .AddSingleton<DiscordDialogue>()
        .AddSingleton<DigestViews>()
        .AddSingleton<CommandForms>()
        .AddSingleton<CommandInteractions>()
        .AddSingleton<MessageInteractions>()
        .AddSingleton<ComponentInteractions>()
        .AddSingleton<FormInteractions>()
        .AddSingleton<TypingInteractions>()
        .AddSingleton<FirstResponse>()
        .AddSingleton<InteractionResponder>()
        .AddSingleton<DiscordInteractions>()
        .AddSingleton<InteractionIntake>()
        .AddSingleton<MessageAnswer>()
        .AddSingleton<DiscordMessages>()
        .AddSingleton<IShardListener, IncomingListener>();
}
