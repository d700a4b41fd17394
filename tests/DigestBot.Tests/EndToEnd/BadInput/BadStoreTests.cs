using Dapper;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>A store that is locked, damaged, or none at all: one sentence with the remedy, and nothing is made worse.</summary>
public sealed class BadStoreTests : IDisposable
{
    private readonly BotTerminal _bot = new();

    public void Dispose() => _bot.Dispose();

    public static TheoryData<string> Verbs => ["digest vote", "ask who?", "search vote", "stories", "sources list", "reindex", "verify x", "ingest"];

    [Fact]
    public async Task A_store_that_another_process_holds_is_one_clear_failure()
    {
        await FillAsync();
        await using SqliteConnection other = _bot.Folder.Open();
        await other.ExecuteAsync("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE source SET name = name;");

        BotRun write = await BotProcess.RunAsync(
            _bot.Folder, [("Store__BusyTimeout", "00:00:00.200")], "ingest", Article("b.txt"), "--data", _bot.Folder.Data);
        await other.ExecuteAsync("COMMIT");
        await other.CloseAsync();
        BotRun after = await _bot.RunAsync("ingest", Article("b.txt"));

        Assert.Contains("is locked by another process; try again", write.Failed(), StringComparison.Ordinal);
        after.Done();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task What_is_no_database_is_one_clear_failure_and_stays_as_it_is(string line)
    {
        const string Letter = "Dear aunt, this is a letter and no database; please do not overwrite it. ";
        _bot.Folder.Write("data/digestbot.db", string.Concat(Enumerable.Repeat(Letter, 100)));

        string sentence = (await RunAsync(line)).Failed();

        Assert.Contains("is not a DigestBot store", sentence, StringComparison.Ordinal);
        Assert.StartsWith(Letter, await File.ReadAllTextAsync(_bot.Folder.Store, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_store_whose_header_was_overwritten_is_one_clear_failure(string line)
    {
        await FillAsync();
        await OverwriteAsync(0, 100);

        Assert.Contains("is not a DigestBot store", (await RunAsync(line)).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_overwritten_in_the_middle_is_one_clear_failure()
    {
        await FillAsync();
        long length = new FileInfo(_bot.Folder.Store).Length;
        await OverwriteAsync(8192, (int)(length - 8192));

        foreach (string line in (string[])["digest vote", "ask who?", "search vote", "ingest"])
        {
            Assert.Contains("is damaged; restore it from a backup", (await RunAsync(line)).Failed(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_store_that_was_cut_off_is_one_clear_failure()
    {
        await FillAsync();
        await using (FileStream file = File.OpenWrite(_bot.Folder.Store))
        {
            file.SetLength(file.Length / 2 / 4096 * 4096);
        }

        Assert.Contains("is damaged; restore it from a backup", (await RunAsync("digest vote")).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_a_damaged_store_with_a_remedy()
    {
        await FillAsync();
        await OverwriteAsync(0, 100);

        BotRun run = await _bot.RunAsync("doctor", "--json");

        JsonShape.Matches(Contract.Doctor, run.Document(exit: 1));
        Assert.Contains("is not a DigestBot store", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        _bot.Folder.Write("data/digestbot.db", "");

        (await _bot.RunAsync("ingest", Article("a.txt"))).Done();
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_store_is_one_clear_failure()
    {
        Directory.CreateDirectory(_bot.Folder.Store);

        Assert.Contains(_bot.Folder.Store, (await _bot.RunAsync("digest")).Failed(), StringComparison.Ordinal);
    }

    private string Article(string name) => _bot.Folder.Write(name, $"Vote in {name}\n\nThe parliament voted on the budget in the night, as {name} reports.");

    private async Task FillAsync()
    {
        (await _bot.RunAsync("ingest", Article("a.txt"))).Done();
        SqliteConnection.ClearAllPools();
        await using SqliteConnection store = _bot.Folder.Open();
        await store.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private Task<BotRun> RunAsync(string line) => _bot.RunAsync(line == "ingest" ? ["ingest", Article("c.txt")] : line.Split(' '));

    private async Task OverwriteAsync(long position, int count)
    {
        SqliteConnection.ClearAllPools();
        byte[] noise = new byte[count];
        new Random(1).NextBytes(noise);
        await using FileStream file = File.OpenWrite(_bot.Folder.Store);
        file.Position = position;
        await file.WriteAsync(noise, TestContext.Current.CancellationToken);
    }
}
