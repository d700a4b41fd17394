using DigestBot.Ingest.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Ingest.Fetching;

public sealed class FetchOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_polite()
    {
        FetchOptions options = Bind();

        Assert.Equal(10 * 1024 * 1024, options.MaxBytes(FetchKind.Feed));
        Assert.Equal(5 * 1024 * 1024, options.MaxBytes(FetchKind.Page));
        Assert.Equal(TimeSpan.FromSeconds(20), options.TotalTimeout);
        Assert.Empty(options.AllowedHosts);
        Assert.False(options.UseProxy);
    }

    [Fact]
    public void Every_option_can_be_set()
    {
        FetchOptions options = Bind(
            ("Fetch:AllowedHosts:0", "news.intranet"),
            ("Fetch:AllowedHosts:1", "[::1]:8080"),
            ("Fetch:MaxFeedBytes", "2048"),
            ("Fetch:MaxPageBytes", "4096"),
            ("Fetch:ConnectTimeout", "00:00:02"),
            ("Fetch:TotalTimeout", "00:00:10"),
            ("Fetch:MaxRedirects", "0"),
            ("Fetch:UserAgent", "Reader/1"),
            ("Fetch:UseProxy", "true"));

        Assert.Equal(["news.intranet", "[::1]:8080"], options.AllowedHosts);
        Assert.Equal(
            new FetchOptions
            {
                AllowedHosts = options.AllowedHosts,
                MaxFeedBytes = 2048,
                MaxPageBytes = 4096,
                ConnectTimeout = TimeSpan.FromSeconds(2),
                TotalTimeout = TimeSpan.FromSeconds(10),
                MaxRedirects = 0,
                UserAgent = "Reader/1",
                UseProxy = true,
            },
            options);
    }

    [Theory]
    [InlineData("Fetch:MaxFeedBytes", "0")]
    [InlineData("Fetch:MaxPageBytes", "1000000000")]
    [InlineData("Fetch:ConnectTimeout", "00:00:00")]
    [InlineData("Fetch:TotalTimeout", "01:00:00")]
    [InlineData("Fetch:MaxRedirects", "-1")]
    [InlineData("Fetch:UserAgent", "Bot\r\nX-Injected: 1")]
    [InlineData("Fetch:UserAgent", "")]
    [InlineData("Fetch:AllowedHosts:0", "http://news.intranet/")]
    [InlineData("Fetch:AllowedHosts:0", "me@news.intranet")]
    [InlineData("Fetch:AllowedHosts:0", "news.intranet:99999")]
    [InlineData("Fetch:AllowedHosts:0", "10.0.0.0/8")]
    [InlineData("Fetch:AllowedHosts:0", "*.intranet")]
    [InlineData("Fetch:AllowedHosts:0", "")]
    public void A_bad_value_is_refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Bind((key, value)));

    [Theory]
    [InlineData("news.intranet", "news.intranet", 80, true)]
    [InlineData("NEWS.intranet", "news.INTRANET", 8443, true)]
    [InlineData("news.intranet:80", "news.intranet", 80, true)]
    [InlineData("news.intranet:8080", "news.intranet", 80, false)]
    [InlineData("news.intranet", "other.intranet", 80, false)]
    [InlineData("intranet", "news.intranet", 80, false)]
    [InlineData("0x7f000001", "127.0.0.1", 80, true)]
    [InlineData("[0:0::1]:81", "::1", 81, true)]
    [InlineData("[::1]", "::1", 80, true)]
    [InlineData("bücher.intranet", "xn--bcher-kva.intranet", 80, true)]
    public void A_host_is_allowed_by_its_own_name_and_port_only(string entry, string host, int port, bool allowed)
    {
        var list = new HostAllowList(Options.Create(new FetchOptions { AllowedHosts = [entry] }));

        Assert.Equal(allowed, list.Contains(host, port));
    }

    private static FetchOptions Bind(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>();
        services.AddOptions<FetchOptions>()
            .BindConfiguration(FetchOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<FetchOptions>>().Value;
    }
}
