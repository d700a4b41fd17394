using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Hosting;

/// <summary>The bot without its workers, on one store, for one verb.</summary>
internal sealed class TerminalSession : ITerminalSession
{
    private readonly ServiceProvider _services;

    private TerminalSession(ServiceProvider services, Space space, bool usesSamples)
    {
        _services = services;
        Space = space;
        UsesSamples = usesSamples;
    }

    public Space Space { get; }

    public string? Language => Get<IOptions<ChatOptions>>().Value.Language;

    public bool UsesSamples { get; }

    public static async Task<TerminalSession> OpenAsync(
        IConfiguration configuration, TerminalRequest request, bool usesSamples, TimeProvider clock, CancellationToken cancellationToken)
    {
        ServiceProvider services = Build(configuration, request, clock);
        try
        {
            services.CheckOptions();
            Space space = await services.GetRequiredService<SpaceStore>().GetOrAddAsync(request.SpaceKey, cancellationToken);
            return new TerminalSession(services, InZone(space, services, clock), usesSamples);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Throws what is wrong with the configuration; opens nothing.</summary>
    public static void Check(IConfiguration configuration, TerminalRequest request, TimeProvider clock)
    {
        using ServiceProvider services = Build(configuration, request, clock);
        services.CheckOptions();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(IConfiguration configuration, TerminalRequest request, TimeProvider clock) => new ServiceCollection()
        .AddSingleton(configuration)
        .AddBotLogging(configuration, request.Verbose)
        .AddDigestBot(clock)
        .AddTerminal(request.Terminal)
        .AddDiscord(configuration)
        .AddTeams(configuration)
        .BuildServiceProvider();

    // The terminal is one person at one machine; every other space has a zone of its own.
    private static Space InZone(Space space, ServiceProvider services, TimeProvider clock)
    {
        string configured = services.GetRequiredService<IOptions<ChatOptions>>().Value.TimeZone;
        return space.IsOperator ? space with { TimeZone = configured.Length > 0 ? configured : clock.LocalTimeZone.Id } : space;
    }
}
