using Dapper;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>A large ingest that is stopped in the middle: the same command goes on, nothing is twice, nothing is missing.</summary>
public sealed class InterruptedIngestTests : IDisposable
{
    private const int MostArticles = 48_000;

    // Small transactions, so that there is a middle.
    private static readonly (string, string)[] Settings = [("Ingest__BatchSize", "25")];

    private DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task The_same_command_goes_on(string signal)
    {
        int articles = 3000;
        (string[] command, BotRun run) = await StopAsync(signal, articles);
        while (await CountAsync() == articles && articles < MostArticles)
        {
            // Where this process has to wait for the machine and the other one has not, it is through before the signal comes.
            articles *= 2;
            _folder.Dispose();
            _folder = new DataFolder();
            (command, run) = await StopAsync(signal, articles);
        }

        long kept = await CountAsync();
        await IsSoundAsync();

        Assert.InRange(kept, 100, articles - 1);
        if (signal != "KILL")
        {
            string sentence = run.Failed();
            Assert.StartsWith("Stopped. Articles read so far are kept", sentence, StringComparison.Ordinal);
            Assert.Contains($"(new: {kept})", sentence, StringComparison.Ordinal);
            Assert.Empty(run.Out);
        }

        System.Text.Json.JsonElement report = (await BotProcess.RunAsync(_folder, [], [.. command, "--json"])).Json;
        Assert.Equal(articles, report.GetProperty("read").GetInt32());
        Assert.Equal(articles - kept, report.GetProperty("new").GetInt32());
        Assert.Equal(kept, report.GetProperty("duplicates").GetInt32());
        Assert.Equal(articles, await CountAsync());
        await IsSoundAsync();
        await AreGroupedAsync();
    }

    private async Task<(string[] Command, BotRun Run)> StopAsync(string signal, int articles)
    {
        string file = _folder.Write("news.jsonl", LargeNews.Lines(articles));
        string[] command = ["ingest", file, "--data", _folder.Data];
        await using BotProcess stopped = BotProcess.Start(_folder, Settings, command);
        await Eventually.TrueAsync(async () => await CountAsync() >= 100, "some articles are stored");
        await stopped.SignalAsync(signal);
        return (command, await stopped.EndAsync());
    }

    private async Task<long> CountAsync()
    {
        if (!File.Exists(_folder.Store))
        {
            return 0;
        }

        await using SqliteConnection store = _folder.Open();
        return await store.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_master WHERE name = 'store_fact'") == 0
            ? 0
            : await store.ExecuteScalarAsync<long>("SELECT count(*) FROM article");
    }

    private async Task IsSoundAsync()
    {
        await using SqliteConnection store = _folder.Open();
        Assert.Equal("ok", await store.ExecuteScalarAsync<string>("PRAGMA integrity_check"));
        await StoreAudit.IsSoundAsync(store);
    }

    private async Task AreGroupedAsync()
    {
        await using SqliteConnection store = _folder.Open();
        Assert.Equal(0, await store.ExecuteScalarAsync<long>("SELECT count(*) FROM article WHERE story_id IS NULL"));
    }
}
