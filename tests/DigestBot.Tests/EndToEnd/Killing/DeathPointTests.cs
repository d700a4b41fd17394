using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.Killing;

/// <summary>One process on SQLite, killed at each point in the life of a slot, and started again.</summary>
public sealed class DeathPointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("BeforeClaim", true)]
    [InlineData("AfterClaim", true)]
    [InlineData("AfterCompose", true)]
    [InlineData("BeforeSend", true)]
    [InlineData("AfterSend", true)]
    [InlineData("BeforeSend", false)]
    [InlineData("AfterSend", false)]
    public async Task A_digest_is_posted_once_wherever_the_process_dies(string point, bool readsBack)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGKILL; the signals of this test are those of Linux and macOS.");
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Data);
        // Without a way to read back, the platform has to drop doubles itself.
        string[] platform = readsBack ? ["look-back=true"] : ["look-back=false", "nonce-window=00:05:00"];
        await using KillBench bench = await KillBench.OpenAsync(
            "sqlite", $"Data Source={folder.Store}", new ChatServerOptions { NonceWindow = readsBack ? TimeSpan.Zero : TimeSpan.FromMinutes(5) }, Cancel);
        await bench.AddNewsAsync(Cancel);
        DateTimeOffset due = TimeProvider.System.GetUtcNow().AddSeconds(4);
        await bench.AddSchedulesAsync(1, _ => [due], Cancel);
        string[] args = [$"server={bench.Server.Address}", .. platform];

        await using (WorkerProcess first = WorkerProcess.Start(bench.Settings, [.. args, $"die-at={point}"]))
        {
            await DiesAsync(first, point, bench);
        }

        await using WorkerProcess second = WorkerProcess.Start(bench.Settings, args);
        await bench.SettlesAsync(1, TimeSpan.FromMinutes(4), Cancel);

        LedgerAudit audit = await bench.AuditAsync(1, Cancel);
        Findings.None(audit.Findings);
        Assert.Equal((1, 1), (audit.Slots, audit.Delivered));
        Assert.True(audit.Parts > 1);
    }

    // Two of the points lie between two workers of the process: one of them was never started, and the test kills it there.
    private static async Task DiesAsync(WorkerProcess worker, string point, KillBench bench)
    {
        OccurrenceState? reached = point switch
        {
            "BeforeClaim" => OccurrenceState.Due,
            "AfterCompose" => OccurrenceState.Queued,
            _ => null,
        };
        if (reached is not { } state)
        {
            await worker.DiesAsync(Cancel);
            return;
        }

        long schedule = (await bench.SchedulesAsync(Cancel)).Single().Id;
        await Eventually.TrueAsync(
            async () => (await bench.Get<OccurrenceStore>().HistoryAsync(schedule, 1, null, Cancel)) is [var slot] && slot.State == state,
            $"the slot is {state}");
        await worker.KillAsync();
    }
}
