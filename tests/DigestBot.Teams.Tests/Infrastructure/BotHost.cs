using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>A host on loopback with a bot in it, and a channel that posts to it.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _channel;

    private BotHost(WebApplication app)
    {
        _app = app;
        _channel = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IServiceProvider Services => _app.Services;

    public CloudAdapter Adapter => Services.GetRequiredService<CloudAdapter>();

    public static async Task<BotHost> StartAsync(BotFrameworkOptions options, IBot bot, Action<IServiceCollection>? configure = null)
    {
        WebApplication app = Loopback.Create(services =>
        {
            configure?.Invoke(services);
            services.AddSingleton(bot);
            services.AddBotFramework();
            services.Replace(ServiceDescriptor.Singleton<IOptionsFactory<BotFrameworkOptions>>(
                provider => ActivatorUtilities.CreateInstance<GivenOptions>(provider, options)));
        });
        app.MapBotFramework();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BotHost(app);
    }

    /// <summary>A host whose channel is the issuer's.</summary>
    public static Task<BotHost> StartAsync(ChannelIssuer issuer, IBot bot, Action<IServiceCollection>? configure = null) =>
        StartAsync(GivenOptions.Default with { ToBotFromChannelOpenIdMetadataUrl = issuer.Metadata }, bot, configure);

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? authorization) =>
        PostAsync(new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), authorization);

    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string? authorization, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, BotFrameworkRegistration.DefaultPath) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        headers?.Invoke(request.Headers);
        return await _channel.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the host stop, and gives up waiting when <paramref name="patience"/> ends.</summary>
    public Task StopAsync(CancellationToken patience) => _app.StopAsync(patience);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }
}
