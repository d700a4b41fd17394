using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

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

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    public ScriptedService Service { get; }

    public CloudAdapter Adapter => Get<CloudAdapter>();

    public IConversations Conversations(RetryMode? retryMode = null) =>
        Get<IConnectorClientFactory>().Create(Samples.ServiceUrl, ChannelIssuer.Tenant, retryMode).Conversations;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets time pass until the task has ended.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        await DriveAsync((Task)task);
        return await task;
    }

    /// <inheritdoc cref="DriveAsync{T}"/>
    public async Task DriveAsync(Task task)
    {
        // A turn of the scheduler between two steps lets whoever was woken go on before time passes again.
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(1, TestContext.Current.CancellationToken));
            if (!task.IsCompleted)
            {
                Clock.Advance(Step);
            }
        }

        await task;
    }

    public void Dispose()
    {
        _services.Dispose();
        Service.Dispose();
    }
}
