using BenchmarkDotNet.Attributes;
using DigestBot.Ingest;

namespace DigestBot.Benchmarks;

/// <summary>Storing and grouping a thousand articles; reading the same ones again is what a poll mostly does.</summary>
[MemoryDiagnoser]
public class IngestBenchmarks
{
    private const int Count = 1000;

    private readonly IncomingArticle[] _articles = [.. new SyntheticNews(Count, DateTimeOffset.UnixEpoch.AddYears(50)).Articles()];
    private string _folder = "";
    private BenchBot? _bot;

    [IterationSetup(Target = nameof(StoreNew))]
    public void OpenEmpty() => Open();

    [IterationSetup(Target = nameof(StoreAgain))]
    public void OpenFilled()
    {
        Open();
        _bot!.ImportAsync(_articles).GetAwaiter().GetResult();
    }

    [IterationCleanup]
    public void Close()
    {
        _bot?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Task StoreNew() => _bot!.ImportAsync(_articles);

    [Benchmark(OperationsPerInvoke = Count, Baseline = true)]
    public Task StoreAgain() => _bot!.ImportAsync(_articles);

    private void Open()
    {
        _folder = Directory.CreateTempSubdirectory("digestbot-bench-").FullName;
        _bot = BenchBot.OpenAsync(_folder).GetAwaiter().GetResult();
    }
}
