using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;
using DigestBot.Ingest.Sitemaps;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Ingest.Fetching.Infrastructure;

/// <summary>The downloader as the host composes it, with only the ends replaced that a test names, and no gap unless it names one.</summary>
/// <remarks>Unless a test moves the clock it stands still, so that no deadline comes on a machine that is merely slow.</remarks>
internal sealed class TestFetcher(
    FetchOptions? options = null,
    TimeProvider? clock = null,
    IHostResolver? resolver = null,
    IDialer? dialer = null,
    TimeSpan gap = default) : IAsyncDisposable
{
    /// <summary>How long it may take to connect; the framework counts that by the machine's clock.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _services = Compose(
        (options ?? new FetchOptions()) with { HostGap = gap, ConnectTimeout = ConnectTimeout }, clock ?? Standing, resolver, dialer);

    /// <summary>A downloader that may reach these servers and no other private address.</summary>
    public static TestFetcher For(params LoopbackServer[] servers) => new(Allowing(servers));

    public static FetchOptions Allowing(params LoopbackServer[] servers) =>
        new() { AllowedHosts = [.. servers.Select(server => server.Host)] };

    private static FakeTimeProvider Standing => new(TestBot.Begin);

    public Task<FetchOutcome> FetchAsync(Uri address) => FetchAsync(new FetchRequest(address, FetchKind.Feed));

    public PoliteFetcher Fetcher => _services.GetRequiredService<PoliteFetcher>();

    /// <summary>A reader that remembers no pages.</summary>
    public SourceReader Reader(TimeProvider? clock = null)
    {
        TimeProvider time = clock ?? Standing;
        var robots = new RobotsGate(Fetcher, time);
        IOptions<IngestOptions> options = Options.Create(new IngestOptions { FeedPages = 0 });
        var pages = new PageReader(Fetcher, robots);
        return new SourceReader(
            Fetcher,
            robots,
            new SitemapSource(Fetcher, robots, pages, new NoMemory(), options, time),
            pages,
            new LinkedPages(Fetcher, robots, pages, new NoMemory(), time),
            options);
    }

    public FormSender Forms => _services.GetRequiredService<FormSender>();

    public HostRests Rests => _services.GetRequiredService<HostRests>();

    public Task<FetchOutcome> FetchAsync(FetchRequest request) =>
        Fetcher.FetchAsync(request, TestContext.Current.CancellationToken);

    public Task<FetchOutcome> FetchUntilAsync(FetchRequest request, CancellationToken cancellationToken) =>
        Fetcher.FetchAsync(request, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class NoMemory : IPageMemory
    {
        public Task<IReadOnlyDictionary<long, DateTimeOffset>> TriedAsync(Source source, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<long, DateTimeOffset>>(new Dictionary<long, DateTimeOffset>());
    }

    private static ServiceProvider Compose(FetchOptions options, TimeProvider clock, IHostResolver? resolver, IDialer? dialer)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(Options.Create(options));
        if (resolver is not null)
        {
            services.AddSingleton(resolver);
        }

        if (dialer is not null)
        {
            services.AddSingleton(dialer);
        }

        return services.AddFetching().BuildServiceProvider(validateScopes: true);
    }
}
