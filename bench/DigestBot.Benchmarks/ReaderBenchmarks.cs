using BenchmarkDotNet.Attributes;
using DigestBot.Answers;
using DigestBot.Digests;

namespace DigestBot.Benchmarks;

/// <summary>What a reader waits for, as the store grows tenfold.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private string _folder = "";
    private BenchBot? _bot;
    private int _turn;

    [Params(2_000, 20_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _folder = Directory.CreateTempSubdirectory("digestbot-bench-").FullName;
        _bot = await BenchBot.OpenAsync(_folder);
        await _bot.ImportAsync(new SyntheticNews(Articles, TimeProvider.System.GetUtcNow()).Articles());
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _bot!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public Task DigestAsync() => _bot!.Get<DigestComposer>().ComposeAsync(
        new DigestRequest(_bot.Space, SyntheticNews.Place(_turn++ % 100), TimeSpan.FromDays(1), null, null, null), CancellationToken.None);

    [Benchmark]
    public Task AskAsync() => _bot!.Get<AnswerFinder>().AskAsync(
        new AskRequest(_bot.Space, SyntheticNews.Question((_turn++ * 7919) % Articles), null, null, null, []), CancellationToken.None);
}
