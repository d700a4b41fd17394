using DigestBot.Teams.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams.Tests.Hosting;

public sealed class BotFrameworkOptionsTests
{
    private const string Tenant = "MicrosoftAppTenantId";

    [Fact]
    public void The_keys_are_those_of_bot_framework()
    {
        BotFrameworkOptions options = Read(new()
        {
            ["MicrosoftAppType"] = "MultiTenant",
            ["MicrosoftAppId"] = "app",
            ["MicrosoftAppPassword"] = "secret",
            [Tenant] = "tenant",
            ["ChannelService"] = "https://botframework.azure.us",
            ["ToChannelFromBotLoginUrl"] = "http://127.0.0.1:1/login",
            ["ToChannelFromBotOAuthScope"] = "scope",
            ["ToBotFromChannelTokenIssuer"] = "issuer",
            ["ToBotFromChannelOpenIdMetadataUrl"] = "http://127.0.0.1:1/metadata",
            ["AllowedTenants:0"] = "a",
            ["InvokeDeadline"] = "00:00:03",
        });

        Assert.Equal((MicrosoftAppType.MultiTenant, "app", "secret", "tenant"), (options.MicrosoftAppType, options.MicrosoftAppId, options.MicrosoftAppPassword, options.MicrosoftAppTenantId));
        Assert.Equal(["a"], options.AllowedTenants);
        Assert.Equal(TimeSpan.FromSeconds(3), options.InvokeDeadline);
        var cloud = CloudEnvironment.For(options);
        Assert.Equal(("scope/.default", "issuer", "http://127.0.0.1:1/metadata"), (cloud.Scope, cloud.Issuer, cloud.OpenIdMetadata.AbsoluteUri));
        Assert.Equal("http://127.0.0.1:1/login/oauth2/v2.0/token", cloud.TokenEndpoint(options).AbsoluteUri);
    }

    [Theory]
    [InlineData("MicrosoftAppId", "", "MicrosoftAppId is missing")]
    [InlineData(Tenant, "", "MicrosoftAppTenantId is missing")]
    [InlineData(Tenant, "botframework.com", "old multi-tenant bots only")]
    [InlineData("ChannelService", "https://mars.example", "ChannelService 'https://mars.example' is not known")]
    [InlineData("ToChannelFromBotLoginUrl", "http://login.example", "must be https")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://keys.example", "must be https")]
    [InlineData("QueueCapacity", "0", "QueueCapacity")]
    [InlineData("InvokeDeadline", "00:01:00", "InvokeDeadline")]
    public void A_bad_value_is_refused_and_named(string key, string value, string problem)
    {
        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Read(Good(key, value)));

        Assert.Contains(refusal.Failures, failure => failure.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MicrosoftAppType", "MultiTenant")]
    [InlineData("Emulator", "true")]
    public void Without_a_tenant_there_are_old_bots_and_the_emulator(string key, string value)
    {
        Dictionary<string, string?> settings = Good(key, value);
        settings.Remove(Tenant);

        Read(settings);
    }

    [Theory]
    [InlineData(null, "https://login.microsoftonline.com/tenant/oauth2/v2.0/token", "https://api.botframework.com")]
    [InlineData("https://botframework.azure.us", "https://login.microsoftonline.us/tenant/oauth2/v2.0/token", "https://api.botframework.us")]
    [InlineData("https://botframework.azure.cn/", "https://login.partner.microsoftonline.cn/tenant/oauth2/v2.0/token", "https://api.botframework.azure.cn")]
    public void Each_cloud_has_its_own_addresses(string? channelService, string tokens, string issuer)
    {
        BotFrameworkOptions options = GivenOptions.Default with { ChannelService = channelService, MicrosoftAppTenantId = "tenant" };

        var cloud = CloudEnvironment.For(options);

        Assert.Equal((tokens, issuer), (cloud.TokenEndpoint(options).AbsoluteUri, cloud.Issuer));
        Assert.Equal($"{issuer}/.default", cloud.Scope);
    }

    [Fact]
    public void An_old_bot_gets_its_tokens_where_all_old_bots_do()
    {
        BotFrameworkOptions options = GivenOptions.Default with { MicrosoftAppType = MicrosoftAppType.MultiTenant };

        Assert.Equal(
            "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token",
            CloudEnvironment.For(options).TokenEndpoint(options).AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.botframework.us", "https://api.botframework.us/.default")]
    [InlineData("https://api.botframework.us/", "https://api.botframework.us/.default")]
    [InlineData("https://api.botframework.us/.default", "https://api.botframework.us/.default")]
    public void A_scope_is_taken_with_or_without_its_ending(string key, string scope) =>
        Assert.Equal(scope, CloudEnvironment.For(GivenOptions.Default with { ToChannelFromBotOAuthScope = key }).Scope);

    [Fact]
    public void The_secret_is_not_printed() => Assert.DoesNotContain(
        GivenOptions.Default.MicrosoftAppPassword!, GivenOptions.Default.ToString(), StringComparison.Ordinal);

    private static Dictionary<string, string?> Good(string key, string value) =>
        new() { ["MicrosoftAppId"] = "app", ["MicrosoftAppPassword"] = "secret", [Tenant] = "tenant", [key] = value };

    private static BotFrameworkOptions Read(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddBotFramework();
        services.AddOptions<BotFrameworkOptions>().Bind(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value;
    }
}
