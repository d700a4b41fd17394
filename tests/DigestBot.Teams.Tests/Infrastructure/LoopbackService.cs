using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>A service of conversations on loopback, for clients of others and for ours.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication _app = Loopback.Create();
    private readonly Lock _gate = new();
    private readonly List<ServiceRequest> _requests = [];

    private LoopbackService() => _app.Map("/{**path}", AnswerAsync);

    public Uri Address => new(_app.Urls.First());

    /// <summary>How a request is answered, by the number of requests that came before it; null for success.</summary>
    public Func<int, (int Status, string Body, int? RetryAfter)?> Script { get; init; } = _ => null;

    public IReadOnlyList<ServiceRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public static async Task<LoopbackService> StartAsync(Func<int, (int Status, string Body, int? RetryAfter)?>? script = null)
    {
        var service = new LoopbackService { Script = script ?? (_ => null) };
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    /// <summary>A client of ours for services on this machine, with a token of the tests.</summary>
    public static ServiceProvider CreateClient(string address)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IBotTokenProvider>(new GivenToken());
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(
            GivenOptions.Default with { AllowedServiceHosts = [IPAddress.Loopback.ToString()] }));
        services.AddBotFramework();
        ServiceProvider provider = services.BuildServiceProvider();
        Assert.True(provider.GetRequiredService<TrustedServiceUrls>().Trust(address));
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        int before;
        lock (_gate)
        {
            before = _requests.Count;
            _requests.Add(new ServiceRequest(
                context.Request.Method,
                Address,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.Authorization,
                context.Request.ContentType,
                body,
                default));
        }

        (int status, string answer, int? retryAfter) = Script(before) ?? (200, $$"""{"id":"sent-{{before}}"}""", null);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = retryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private sealed class GivenToken : IBotTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new("token-of-the-tests");

        public void Drop(string token) => Assert.Fail("No service of the tests refuses the token.");
    }
}
