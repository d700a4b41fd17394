using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>The client as a host would have it, by a fake clock and without a network.</summary>
internal sealed class ClientHarness : IDisposable
{
    /// <summary>How far time goes at once.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly ServiceProvider _services;

    public ClientHarness(BotFrameworkOptions? options = null)
    {
        Service = new ScriptedService(Clock);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new RetrySchedule(new Random(1)));
        services.AddBotFramework();
        services.Replace(ServiceDescriptor.Singleton<IOptionsFactory<BotFrameworkOptions>>(
            provider => ActivatorUtilities.CreateInstance<GivenOptions>(provider, options ?? GivenOptions.Default)));
        services.AddHttpClient(OutboundHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => Service);
        _services = services.BuildServiceProvider();
        Get<TrustedServiceUrls>().Trust(Samples.ServiceUrl);
    }

    public WaitedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    public ScriptedService Service { get; }

    public CloudAdapter Adapter => Get<CloudAdapter>();

    public IConversations Conversations(RetryMode? retryMode = null) =>
        Get<IConnectorClientFactory>().Create(Samples.ServiceUrl, ChannelIssuer.Tenant, retryMode).Conversations;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets time pass, while somebody waits for it, until the task has ended.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        await DriveAsync((Task)task);
        return await task;
    }

    /// <inheritdoc cref="DriveAsync{T}"/>
    public Task DriveAsync(Task task) => Clock.PassUntilAsync(task, Step);

    /// <summary>Lets so much time pass as soon as something is so.</summary>
    public async Task ElapseAsync(TimeSpan time, Func<bool> once, string what)
    {
        await Eventually.TrueAsync(() => Task.FromResult(once()), what);
        Clock.Advance(time);
    }

    public void Dispose()
    {
        _services.Dispose();
        Service.Dispose();
    }
}
