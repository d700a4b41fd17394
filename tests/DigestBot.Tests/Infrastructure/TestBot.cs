using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Answers;
using DigestBot.Digests;
using DigestBot.Hosting;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Infrastructure;

/// <summary>The whole bot in this process: a real database of its own, a clock that tests move, no network.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    /// <summary>When every test begins.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly string _folder;

    private TestBot(ServiceProvider services, string folder, FakeTimeProvider clock)
    {
        _services = services;
        _folder = folder;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>The terminal's own space.</summary>
    public required Space Operator { get; init; }

    /// <summary>The SQLite file, if it is one.</summary>
    public string File => StoreLocation.FileIn(_folder);

    /// <summary>A folder for the test's own files; removed with the bot.</summary>
    public string Folder => _folder;

    public static Task<TestBot> StartAsync(
        string provider = "sqlite",
        CancellationToken cancellationToken = default,
        params IEnumerable<KeyValuePair<string, string?>> settings) =>
        StartAsync(provider, _ => { }, cancellationToken, settings);

    /// <summary>Same, with services of the test's own, such as a platform.</summary>
    public static Task<TestBot> StartAsync(
        string provider,
        Action<IServiceCollection> connect,
        CancellationToken cancellationToken,
        params IEnumerable<KeyValuePair<string, string?>> settings) =>
        StartAsync(provider, connect, new FakeTimeProvider(Begin), cancellationToken, settings);

    /// <summary>Same, beside something else that goes by the same clock.</summary>
    public static async Task<TestBot> StartAsync(
        string provider,
        Action<IServiceCollection> connect,
        FakeTimeProvider clock,
        CancellationToken cancellationToken,
        params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        string folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;
        string connection = provider == "sqlite"
            ? $"Data Source={StoreLocation.FileIn(folder)}"
            : await (await PostgresServer.StartedAsync(cancellationToken)).CreateStoreAsync(cancellationToken);
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Store:Provider"] = provider,
                ["Store:ConnectionString"] = connection,
                ["Store:BusyTimeout"] = "00:02:00", // a slow disk is not an outage
                ["Ingest:FeedPages"] = "0", // entries of tests lead nowhere
            })
            .AddInMemoryCollection(settings)
            .Build();

        IServiceCollection services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging().AddDigestBot(clock).AddDiscord(configuration).AddDiscordWorker(configuration)
            .AddTeams(configuration).AddTeamsBot(configuration);
        connect(services);
        ServiceProvider provided = services.BuildServiceProvider();
        Space space = await provided.GetRequiredService<SpaceStore>().GetOrAddAsync(Space.LocalKey, cancellationToken);
        return new TestBot(provided, folder, clock) { Operator = space };
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<Space> SpaceAsync(string key, CancellationToken cancellationToken) =>
        Get<SpaceStore>().GetOrAddAsync(key, cancellationToken);

    /// <summary>Stores articles of one named source as the space would import them, and groups what waits.</summary>
    public async Task<IngestReport> ImportAsync(
        Space space, string source, CancellationToken cancellationToken, params IReadOnlyList<IncomingArticle> articles)
    {
        Source added = await Get<SourceStore>().AddAsync(
            space, new NewSource(SourceKeys.Import(space, source), SourceKind.Import, source, null, null), cancellationToken);
        IngestReport report = await Get<ArticleIntake>().StoreAsync(
            [.. articles.Select(article => (added, article))], null, cancellationToken);
        await Get<StoryGrouper>().RunAsync(cancellationToken);
        return report;
    }

    public Task<Digest> DigestAsync(Space space, string? topic, CancellationToken cancellationToken, TimeSpan? since = null) =>
        Get<DigestComposer>().ComposeAsync(new DigestRequest(space, topic, since, null, null, null), cancellationToken);

    public Task<Answer> AskAsync(Space space, string question, CancellationToken cancellationToken) =>
        Get<AnswerFinder>().AskAsync(new AskRequest(space, question, null, null, null, []), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
