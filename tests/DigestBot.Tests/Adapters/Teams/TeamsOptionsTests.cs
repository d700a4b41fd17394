using DigestBot.Adapters.Teams;
using DigestBot.Hosting;
using DigestBot.Teams;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>The bot starts only on settings with which it can speak to Teams.</summary>
public sealed class TeamsOptionsTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("Teams:Password is missing", "AppId", AppId, "TenantId", "t")]
    [InlineData("Teams:TenantId is missing", "AppId", AppId, "Password", "p")]
    [InlineData("Teams:AppId 'bot' is not an id", "AppId", "bot", "Password", "p", "TenantId", "t")]
    [InlineData("Teams:Password has spaces in it", "AppId", AppId, "Password", "a b", "TenantId", "t")]
    [InlineData("Teams:ChannelService 'x' is not known", "AppId", AppId, "Password", "p", "TenantId", "t", "ChannelService", "x")]
    [InlineData("Teams:PublicUrl 'http://a.example' is not", "PublicUrl", "http://a.example")]
    [InlineData("'http://login.example' in Teams is not an https address", "LoginUrl", "http://login.example")]
    [InlineData("gives tokens to old multi-tenant bots only", "AppId", AppId, "Password", "p", "TenantId", "botframework.com")]
    [InlineData("Teams:Pasword is not a setting", "Pasword", "p")]
    public async Task A_mistake_is_named(string problem, params string[] settings)
    {
        await using TestBot bot = await StartAsync(settings);

        Assert.Contains(
            Assert.Throws<OptionsValidationException>(() => bot.Get<IServiceProvider>().CheckOptions()).Failures,
            failure => failure.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_client_gets_what_the_bot_is_told_and_the_secret_is_not_shown()
    {
        await using TestBot bot = await StartAsync("AppId", AppId, "Password", "secret", "TenantId", "home", "AllowedTenants:0", "guests");
        bot.Get<IServiceProvider>().CheckOptions();

        BotFrameworkOptions client = bot.Get<IOptions<BotFrameworkOptions>>().Value;

        Assert.Equal((AppId, "secret", "home"), (client.MicrosoftAppId, client.MicrosoftAppPassword, client.MicrosoftAppTenantId));
        Assert.Equal(["guests"], client.AllowedTenants);
        Assert.DoesNotContain("secret", bot.Get<IOptions<TeamsOptions>>().Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_app_nothing_of_Teams_is_there()
    {
        await using TestBot bot = await StartAsync();

        Assert.Empty(bot.Get<IEnumerable<IBot>>());
        Assert.DoesNotContain(bot.Get<IEnumerable<DigestBot.Delivery.IChatAdapter>>(), adapter => adapter.Platform == DigestBot.Chat.ChatPlatform.Teams);
    }

    private static Task<TestBot> StartAsync(params string[] settings) => TestBot.StartAsync(
        cancellationToken: TestContext.Current.CancellationToken,
        settings: settings.Chunk(2).Select(pair => KeyValuePair.Create($"Teams:{pair[0]}", (string?)pair[1])));
}
