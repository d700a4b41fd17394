using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Hosting;
using DigestBot.Ingest;
using DigestBot.Schedules.Running;
using DigestBot.Tests.Delivery;
using DigestBot.Tests.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

WorkerOptions options = WorkerOptions.Read(args);
HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Configuration.AddEnvironmentVariables();
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddDigestBot(TimeProvider.System);
builder.Services.AddBotWorkers(builder.Configuration);
builder.Services.AddSingleton<IChatAdapter>(Adapter(options));

// What is never started cannot claim: this worker dies of the test's own SIGKILL once the slot has come so far.
RemoveWorker<IngestWorker>();
if (options.DieAt == DeathPoint.BeforeClaim)
{
    RemoveWorker<SlotWorker>();
}

if (options.DieAt is DeathPoint.BeforeClaim or DeathPoint.AfterCompose)
{
    RemoveWorker<DeliveryWorker>();
}

IHost host = builder.Build();
if (options.Leaves)
{
    await host.StartAsync();
    return;
}

await host.RunAsync(); // and disposes of it

static IChatAdapter Adapter(WorkerOptions options)
{
    var limits = new ChatLimits(PerSecond: 200, BetweenParts: TimeSpan.Zero, options.NonceWindow, options.CanLookBack);
    var adapter = new LoopbackChatAdapter(ChatPlatform.Web, options.Server, limits, longestPart: 250);
    return options.DieAt is { } point ? new DyingAdapter(adapter, point) : adapter;
}

void RemoveWorker<T>() => builder.Services.Remove(
    builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(T)));
