namespace DigestBot.Store.Ledger;

/// <summary>A platform's timetable of departures, which all nodes share: one row, held by whoever takes messages.</summary>
internal sealed class PlatformPace(Dialect dialect, StoreTransaction transaction, string platform)
{
    public const string Select = "SELECT next_free AS NextFree, paused_until AS PausedUntil FROM platform_pace WHERE platform = @platform";

    /// <summary>Holds the row until the transaction ends. Always the first lock of those who take, so they come one by one.</summary>
    public async Task<Row> LockAsync()
    {
        if (await FindAsync() is { } row)
        {
            return row;
        }

        await transaction.ExecuteAsync(
            "INSERT INTO platform_pace (platform, next_free) VALUES (@platform, 0) ON CONFLICT (platform) DO NOTHING", new { platform });
        return (await FindAsync())!;
    }

    public Task SetNextFreeAsync(long ticks) => transaction.ExecuteAsync(
        "UPDATE platform_pace SET next_free = @ticks WHERE platform = @platform", new { platform, ticks });

    /// <summary>Departures that were given out and not used are taken back: the timetable begins anew when the pause ends.</summary>
    public Task PauseAsync(DateTimeOffset until, string reason) => transaction.ExecuteAsync(
        """
        UPDATE platform_pace SET paused_until = @until, reason = @reason, next_free = @next
        WHERE platform = @platform AND (paused_until IS NULL OR paused_until < @until)
        """,
        new { platform, until = until.ToStore(), reason, next = until.UtcTicks });

    private Task<Row?> FindAsync() => transaction.FindAsync<Row>($"{Select} {dialect.LockRows}", new { platform });

    /// <summary>The row as it stands.</summary>
    internal sealed record Row
    {
        /// <summary>Ticks of 100 ns, UTC: at 30 a second milliseconds would drift.</summary>
        public long NextFree { get; init; }

        public long? PausedUntil { get; init; }

        /// <summary>The departures that the budget has from now on, one for each message, until <paramref name="horizon"/>.</summary>
        public IEnumerable<DateTimeOffset> Departures(DateTimeOffset now, TimeSpan spacing, TimeSpan horizon)
        {
            DateTimeOffset last = now + horizon;
            for (var next = new DateTimeOffset(Math.Max(now.UtcTicks, NextFree), TimeSpan.Zero); next <= last; next += spacing)
            {
                yield return next;
            }
        }
    }
}
