using System.Globalization;
using DigestBot.Tests.Infrastructure;
using Npgsql;

namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>
/// Three workers on one PostgreSQL, one of them killed every second or two, their connections cut, and a platform that
/// fails in every way: each slot of 200 schedules arrives once.
/// </summary>
/// <remarks><c>DIGESTBOT_KILL_SECONDS</c> makes it last longer than in CI; the figures are written to the test's output.</remarks>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Schedules = 200;
    private const int Workers = 3;
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_slot_arrives_once_while_workers_are_killed_and_connections_are_cut()
    {
        int slots = Math.Min(24, (int)(Duration() / Spacing));
        var chance = new Random(20261123);
        string connection = await (await PostgresServer.StartedAsync(Cancel)).CreateDatabaseAsync(Cancel);
        await using KillBench bench = await KillBench.OpenAsync("postgresql", connection, new ChatServerOptions(), Cancel);
        bench.Server.Script = _ => Misbehave(chance);
        await bench.AddNewsAsync(Cancel);
        DateTimeOffset start = TimeProvider.System.GetUtcNow() + Lead;
        await bench.AddSchedulesAsync(
            Schedules, i => Enumerable.Range(0, slots).Select(k => start + (i * Spacing / Schedules) + (k * Spacing)), Cancel);

        await using var fleet = new WorkerFleet(bench.Settings, $"server={bench.Server.Address}", "look-back=true");
        fleet.Start(Workers);
        DateTimeOffset end = start + (slots * Spacing);
        while (TimeProvider.System.GetUtcNow() < end)
        {
            await Task.Delay(chance.Next(1000, 2000), Cancel);
            await fleet.KillOneAsync(chance.Next(Workers));
            if (fleet.Kills % 4 == 0)
            {
                await bench.AddNewsAsync(Cancel);
                await CutConnectionsAsync(connection);
            }
        }

        await bench.SettlesAsync(slots, TimeSpan.FromMinutes(6), Cancel);
        LedgerAudit audit = await bench.AuditAsync(slots, Cancel);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{audit.Slots} slots, {audit.Delivered} delivered, {audit.Superseded} superseded; {audit.Parts} parts, {audit.Attempts} attempts, "
            + $"{audit.Unsure} unsure; {fleet.Kills} kills; {bench.Server.Counts.Arrived} requests"));
        Findings.None(audit.Findings);
        Assert.True(fleet.Kills > slots && audit.Unsure > 0, "Nothing was put to the test.");
    }

    private static TimeSpan Duration() => TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("DIGESTBOT_KILL_SECONDS"), CultureInfo.InvariantCulture, out int seconds) ? seconds : 60);

    // One request in five goes wrong.
    private static ChatServerReply Misbehave(Random chance)
    {
        lock (chance)
        {
            return chance.Next(100) switch
            {
                < 4 => new ChatServerReply.AcceptAndHangUp(),
                < 7 => new ChatServerReply.AcceptAndCut(),
                < 10 => new ChatServerReply.HangUp(),
                < 13 => new ChatServerReply.Refuse(429, 0.25),
                < 16 => new ChatServerReply.Refuse(503),
                < 20 => new ChatServerReply.AcceptWhen(Task.Delay(chance.Next(100, 1500))),
                _ => new ChatServerReply.Accept(),
            };
        }
    }

    private static async Task CutConnectionsAsync(string connection)
    {
        await using var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, ApplicationName = KillBench.Name }.ConnectionString);
        await admin.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'bench'", admin);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
