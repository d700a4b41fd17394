using System.Diagnostics;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Schedules;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DigestBot.Tests.Documentation;

/// <summary>The ways to back up and restore that docs/operations.md gives.</summary>
public sealed class BackupTests
{
    private const string Provider = "Store:Provider";
    private const string ConnectionString = "Store:ConnectionString";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_made_with_vacuum_into_while_the_bot_runs_is_a_whole_store()
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
        string digest = await FillAsync(bot);
        string copy = Path.Combine(bot.Folder, "backup.db");

        await using (var connection = new SqliteConnection($"Data Source={bot.File}"))
        {
            await connection.OpenAsync(Cancel);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{copy}'";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await AssertRestoredAsync("sqlite", $"Data Source={copy}", digest);
    }

    [Fact]
    public async Task A_copy_of_the_files_of_a_stopped_bot_is_a_whole_store()
    {
        await using TestBot other = await TestBot.StartAsync("sqlite", Cancel);
        string copy = Path.Combine(other.Folder, "copy.db");
        string digest;
        await using (TestBot bot = await TestBot.StartAsync("sqlite", Cancel))
        {
            digest = await FillAsync(bot);
            SqliteConnection.ClearAllPools();
            foreach (string suffix in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(bot.File + suffix))
                {
                    File.Copy(bot.File + suffix, copy + suffix);
                }
            }
        }

        await AssertRestoredAsync("sqlite", $"Data Source={copy}", digest);
    }

    [Fact]
    public async Task A_dump_of_postgresql_restored_into_an_empty_database_is_a_whole_store()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancel);
        string from = await server.CreateDatabaseAsync(Cancel);
        string to = await server.CreateDatabaseAsync(Cancel);
        string dump = Path.Combine(Path.GetTempPath(), $"digestbot-{Guid.NewGuid():N}.dump");
        try
        {
            string digest;
            await using (TestBot bot = await TestBot.StartAsync("sqlite", Cancel, At("postgresql", from)))
            {
                digest = await FillAsync(bot);
            }

            await RunAsync("pg_dump", from, "--format=custom", $"--file={dump}");
            await RunAsync("pg_restore", to, "--no-owner", "--exit-on-error", dump);
            await AssertRestoredAsync("postgresql", to, digest);
        }
        finally
        {
            File.Delete(dump);
            await server.DropDatabaseAsync(from, CancellationToken.None);
            await server.DropDatabaseAsync(to, CancellationToken.None);
        }
    }

    private static async Task<string> FillAsync(TestBot bot)
    {
        await bot.ImportAsync(bot.Operator, "A", Cancel, Articles.Article(
            "Dam breaks near Ostia", "The Ostia dam broke at dawn on Sunday. Rescuers searched the valley below for survivors."));
        Digest digest = await bot.DigestAsync(bot.Operator, "dam", Cancel);
        Assert.NotEmpty(digest.Stories);
        var settings = new ScheduleSettings(
            "morning", null, [new PostingTime(0, new TimeOnly(7, 5))], Weekdays.All, "Etc/UTC", null, IfEmpty.Skip, TimeSpan.FromHours(2), null, null);
        await bot.Get<ScheduleManager>().AddAsync(
            bot.Operator, new ChannelRef(ChatPlatform.Console, "local"), settings, "console:local", "operator", Cancel);
        Assert.Equal(1, await OpenAtTenPastSevenAsync(bot));
        return digest.Id;
    }

    private static Task<int> OpenAtTenPastSevenAsync(TestBot bot)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        return bot.Get<SlotOpener>().OpenDueAsync(Cancel);
    }

    // It opens, knows the digest and its quotes, finds by text, takes more, and knows which slots were.
    private static async Task AssertRestoredAsync(string provider, string connection, string digest)
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel, At(provider, connection));
        IReadOnlyList<QuoteCheck>? checks = await bot.Get<DigestVerifier>().VerifyAsync(bot.Operator, digest, Cancel);

        Assert.NotEmpty(checks!);
        Assert.All(checks!, check => Assert.Equal(QuoteState.Unchanged, check.State));
        await bot.ImportAsync(bot.Operator, "B", Cancel, Articles.Article(
            "Second dam is safe", "The second dam above Ostia is safe, engineers said on Monday after a long inspection."));
        Assert.Equal(2, (await bot.DigestAsync(bot.Operator, "dam", Cancel)).Coverage.Articles);
        Schedule schedule = Assert.Single(await bot.Get<ScheduleStore>().ListAsync(bot.Operator, Cancel));
        Assert.Equal(0, await OpenAtTenPastSevenAsync(bot));
        Assert.Single(await bot.Get<OccurrenceStore>().HistoryAsync(schedule.Id, 10, null, Cancel));
    }

    private static KeyValuePair<string, string?>[] At(string provider, string connection) =>
        [new(Provider, provider), new(ConnectionString, connection)];

    private static async Task RunAsync(string program, string connection, params string[] arguments)
    {
        if (FindProgram(program) is not { } path)
        {
            MissingTool.Report($"{program} is not installed: apt-get install postgresql.");
            return;
        }

        var parts = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(
            path, [$"--dbname=host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}", .. arguments])
        {
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = parts.Password ?? "";
        using Process process = Process.Start(start)!;
        string problems = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, $"{program}: {problems}");
    }

    // Beside the server, where it really is: tools of another version may refuse its dumps.
    private static string? FindProgram(string name)
    {
        string server = Path.Combine(PostgresPrograms.Find() ?? "", "postgres");
        string real = new FileInfo(server).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? server;
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return path.Prepend(Path.GetDirectoryName(real) ?? "")
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
