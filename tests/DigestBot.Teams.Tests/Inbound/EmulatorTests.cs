using System.Net;
using System.Text;
using DigestBot.Teams.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>Without tokens the bot is for this machine only.</summary>
public sealed class EmulatorTests
{
    private static readonly BotFrameworkOptions Emulator = new() { Emulator = true };

    [Fact]
    public async Task An_activity_of_this_machine_needs_no_token()
    {
        var bot = new FunctionBot();
        await using BotHost host = await BotHost.StartAsync(Emulator, bot);

        using HttpResponseMessage response = await host.PostAsync(Samples.Message().With("serviceUrl", "http://127.0.0.1:56150/_connector"), null);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await Eventually.TrueAsync(() => Task.FromResult(bot.Seen.Count == 1), "the turn came");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task What_a_tunnel_brings_is_not_of_this_machine(string header, string value)
    {
        await using BotHost host = await BotHost.StartAsync(Emulator, new FunctionBot());
        using var content = new StringContent(Samples.Message().ToJsonString(), Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await host.PostAsync(content, null, headers => headers.Add(header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_host_that_others_can_reach_does_not_start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        builder.Services.AddSingleton<IBot>(new FunctionBot()).AddBotFramework();
        builder.Services.Replace(ServiceDescriptor.Singleton<IOptionsFactory<BotFrameworkOptions>>(new GivenOptions(Emulator, [])));
        await using WebApplication app = builder.Build();
        app.MapBotFramework();

        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Emulator is on", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80", true)]
    [InlineData("http://localhost:80", true)]
    [InlineData("http://[::1]:80", true)]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://[::]:80", false)]
    [InlineData("http://*:80", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://localhost.example:80", false)]
    [InlineData("http://unix:/tmp/a.sock", false)]
    public void An_address_of_this_machine_is_told_from_others(string address, bool loopback) =>
        Assert.Equal(loopback, EmulatorGuard.IsLoopback(address));
}
