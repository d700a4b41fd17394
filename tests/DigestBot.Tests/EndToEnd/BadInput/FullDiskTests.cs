using System.Text.Json;
using Dapper;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>The disk fills up in the middle of an ingest.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Articles = 2000;

    private static readonly (string, string)[] Settings = [("Ingest__BatchSize", "100")];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_stored_is_kept_and_the_same_command_goes_on_when_there_is_space()
    {
        string[] command = ["ingest", _folder.Write("news.jsonl", LargeNews.Lines(Articles)), "--data", _folder.Data, "--json"];
        await using SmallDisk disk = await SmallDisk.MountAsync(_folder.Data, megabytes: 6);

        BotRun full = await BotProcess.RunAsync(_folder, Settings, command);
        await disk.GrowAsync(megabytes: 200);
        long kept = await CountAsync();
        JsonElement report = (await BotProcess.RunAsync(_folder, Settings, command)).Json;

        Assert.Contains("disk", full.Failed(), StringComparison.Ordinal);
        Assert.Empty(full.Out);
        Assert.InRange(kept, 100, Articles - 1);
        Assert.Equal(Articles - kept, report.GetProperty("new").GetInt32());
        Assert.Equal(Articles, await CountAsync());
        SqliteConnection.ClearAllPools();
    }

    // For machines that mount nothing: no file may grow beyond a limit.
    [Fact]
    public async Task A_file_that_may_not_grow_is_one_clear_failure_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File sizes are limited through a Unix shell.");
        string[] command = ["ingest", _folder.Write("news.jsonl", LargeNews.Lines(Articles)), "--data", _folder.Data];

        // The limit counts blocks of 512 bytes; a shell that ignores the signal hands that on to what it starts.
        await using BotProcess limited = BotProcess.StartBehind(
            ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 8000; exec \"$0\" \"$@\""], _folder, [.. Settings, ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_EnableWriteXorExecute", "0")], command);
        BotRun full = await limited.EndAsync();
        long kept = await CountAsync();
        (await BotProcess.RunAsync(_folder, Settings, command)).Done();

        Assert.Contains("disk", full.Failed(), StringComparison.Ordinal);
        Assert.InRange(kept, 100, Articles - 1);
        Assert.Equal(Articles, await CountAsync());
    }

    private async Task<long> CountAsync()
    {
        await using SqliteConnection store = _folder.Open();
        await StoreAudit.IsSoundAsync(store);
        return await store.ExecuteScalarAsync<long>("SELECT count(*) FROM article");
    }
}
