using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Discord.Incoming;
using DigestBot.Adapters.Teams;
using DigestBot.Adapters.Teams.Incoming;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Delivery;
using DigestBot.Ingest;
using DigestBot.Schedules.Running;
using DigestBot.Store;
using DigestBot.Web;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace DigestBot.Hosting;

/// <summary>Opens the bot for the terminal: one store for one verb, or the whole host for serve.</summary>
internal sealed class TerminalHost(TimeProvider clock) : ITerminalHost
{
    public async Task<ITerminalSession> OpenAsync(TerminalRequest request, CancellationToken cancellationToken)
    {
        IConfigurationRoot configuration = BotConfiguration.Read(request);
        TerminalSession session = await TerminalSession.OpenAsync(configuration, request, usesSamples: false, clock, cancellationToken);
        if (!request.SamplesWhenEmpty || !await session.Get<ArticleStore>().IsEmptyAsync(cancellationToken))
        {
            return session;
        }

        await session.DisposeAsync();
        return await SampleStore.OpenAsync(configuration, request, clock, cancellationToken);
    }

    public async Task ServeAsync(TerminalRequest request, Action<ServeStatus> started, CancellationToken cancellationToken)
    {
        IConfigurationRoot configuration = BotConfiguration.Read(request);
        await using WebApplication app = Build(configuration, request);
        ListenAddress.CheckIsFree(app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Address);
        StoreState store = await app.Services.GetRequiredService<StoreHealth>().CheckAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        started(new ServeStatus(store, [.. app.Urls.SelectMany(url => new[] { url + HealthEndpoints.Live, url + HealthEndpoints.Ready })])
        {
            Platforms =
            [
                .. app.Services.GetServices<IChatAdapter>().Select(adapter => adapter.Platform)
                    .Where(platform => platform != ChatPlatform.Console).Select(platform => platform.ToString()),
            ],
        });
        await app.WaitForShutdownAsync(cancellationToken);
    }

    public IReadOnlyList<string> CheckConfiguration(TerminalRequest request)
    {
        try
        {
            TerminalSession.Check(BotConfiguration.Read(request), request, clock);
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return [exception.Message];
        }
    }

    private WebApplication Build(IConfigurationRoot configuration, TerminalRequest request)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.Configure(configuration, request.Verbose);
        builder.Services.AddDigestBot(clock).AddTerminal(request.Terminal)
            .AddDiscord(configuration).AddBotWorkers(configuration)
            .AddTeams(configuration); // its workers come last, so that they are the first to stop
        AddTelemetry(builder);
        builder.WebHost.UseUrls(configuration[$"{WebOptions.Section}:{nameof(WebOptions.Address)}"] ?? new WebOptions().Address);

        WebApplication app = builder.Build();
        app.Services.CheckOptions();
        app.MapHealth();
        app.MapDiscord();
        app.MapTeams();
        app.MapWebSub();
        return app;
    }

    // The exporter reads OpenTelemetry's own environment variables; without an endpoint nothing is sent anywhere.
    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter(IngestMetrics.MeterName, SlotMetrics.MeterName, DeliveryMetrics.MeterName)
                .AddMeter(InteractionMetrics.MeterName, TeamsMetrics.MeterName)
                .AddOtlpExporter());
        }
    }
}
