using System.Globalization;
using System.Net;
using DigestBot.Store.Ledger;
using DigestBot.Tests.EndToEnd.Killing;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Schedules.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Schedules;

/// <summary>Real nodes, as a supervisor starts and a power cut ends them.</summary>
public sealed class ClusterProcessTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Three_nodes_start_at_once_on_an_empty_database_and_the_last_one_alive_opens_what_is_due()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        PostgresServer server = await PostgresServer.StartedAsync(cancellationToken);
        string connection = await server.CreateDatabaseAsync(cancellationToken);
        int[] ports = [FreePort.Next(), FreePort.Next(), FreePort.Next()];
        BotProcess[] processes = [.. ports.Select(port => BotProcess.Start(
            _folder,
            [("Store__Provider", "postgresql"), ("Store__ConnectionString", connection), ("Schedules__CheckInInterval", "00:00:01"),
                ("Schedules__LookInterval", "00:00:02"), ("Web__Address", $"http://127.0.0.1:{port}")],
            "serve"))];
        try
        {
            foreach (int port in ports)
            {
                await Eventually.TrueAsync(() => IsReadyAsync(port), $"the node at {port.ToString(CultureInfo.InvariantCulture)} is ready");
            }

            // For whoever adds it no time passes, so that it is still to come however long adding takes.
            var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
            await using var verb = new SchedulerNode("postgresql", connection, clock);
            TimeOnly soon = TimeOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddSeconds(3));
            Schedule schedule = await verb.AddAsync(Settings.Daily("soon", "Etc/UTC", new TimeOnly(soon.Hour, soon.Minute, soon.Second)));
            await processes[0].SignalAsync("KILL");
            await processes[1].SignalAsync("KILL");
            await Eventually.TrueAsync(async () => (await verb.LedgerAsync(schedule)).Count > 0, "the slot is open");
            await processes[2].SignalAsync("TERM");
            BotRun run = await processes[2].EndAsync();

            run.Done();
            Assert.Single(await verb.LedgerAsync(schedule));
        }
        finally
        {
            foreach (BotProcess process in processes)
            {
                await process.DisposeAsync();
            }
        }
    }

    // So it is where the store is away for good: the scheduler's end is waited for only so long.
    [Fact]
    public async Task A_scheduler_whose_end_is_not_waited_for_does_not_keep_its_process_alive()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        PostgresServer server = await PostgresServer.StartedAsync(cancellationToken);
        string connection = await server.CreateDatabaseAsync(cancellationToken);

        await using WorkerProcess worker = WorkerProcess.Start(
            new Dictionary<string, string?> { ["Store:Provider"] = "postgresql", ["Store:ConnectionString"] = connection },
            "server=http://127.0.0.1:9",
            "leave=true");

        await worker.EndsAsync(cancellationToken);
    }

    private static async Task<bool> IsReadyAsync(int port)
    {
        using var client = new HttpClient();
        try
        {
            HttpResponseMessage answer = await client.GetAsync(
                new Uri($"http://127.0.0.1:{port}/health/ready"), TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }
}
