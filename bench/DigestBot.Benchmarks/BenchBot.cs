using DigestBot.Hosting;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Benchmarks;

/// <summary>The bot without its host, on a store of its own.</summary>
internal sealed class BenchBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    private BenchBot(ServiceProvider services, Space space)
    {
        _services = services;
        Space = space;
    }

    public Space Space { get; }

    /// <summary>Opens an SQLite store in a folder, or a PostgreSQL store by connection string.</summary>
    public static async Task<BenchBot> OpenAsync(
        string place, Action<IServiceCollection>? add = null, TimeProvider? clock = null, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        bool postgres = place.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Store:Provider"] = postgres ? "postgresql" : "sqlite",
                ["Store:ConnectionString"] = postgres ? place : $"Data Source={StoreLocation.FileIn(place)}",
            })
            .AddInMemoryCollection(settings)
            .Build();
        IServiceCollection collection = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging().AddDigestBot(clock ?? TimeProvider.System);
        add?.Invoke(collection);
        ServiceProvider services = collection.BuildServiceProvider();
        return new BenchBot(services, await services.GetRequiredService<SpaceStore>().GetOrAddAsync(Space.LocalKey, CancellationToken.None));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Stores the articles in batches as an import does, and groups them.</summary>
    public async Task ImportAsync(IEnumerable<IncomingArticle> articles, int batchSize = 1000)
    {
        foreach (IncomingArticle[] batch in articles.Chunk(batchSize))
        {
            var prepared = new List<(Source, IncomingArticle)>(batch.Length);
            foreach (IncomingArticle article in batch)
            {
                prepared.Add((await SourceAsync(article.Source!), article));
            }

            await Get<ArticleIntake>().StoreAsync(prepared, null, CancellationToken.None);
        }

        await Get<StoryGrouper>().RunAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<Source> SourceAsync(string name)
    {
        if (!_sources.TryGetValue(name, out Source? source))
        {
            source = await Get<SourceStore>().AddAsync(
                Space, new NewSource(SourceKeys.Import(Space, name), SourceKind.Import, name, null, null), CancellationToken.None);
            _sources.Add(name, source);
        }

        return source;
    }
}
