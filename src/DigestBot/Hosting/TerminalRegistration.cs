using DigestBot.Adapters;
using DigestBot.Delivery;

namespace DigestBot.Hosting;

/// <summary>Registers the terminal of this process, and the adapter that posts there.</summary>
internal static class TerminalRegistration
{
    public static IServiceCollection AddTerminal(this IServiceCollection services, ITerminal? terminal)
    {
        if (terminal is not null)
        {
            services.AddSingleton(terminal);
            services.AddSingleton<IChatAdapter, ConsoleChatAdapter>();
        }

        return services;
    }
}
