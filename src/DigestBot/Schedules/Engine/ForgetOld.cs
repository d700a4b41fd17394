using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Engine;

/// <summary>Removes what is past its retention.</summary>
internal sealed partial class ForgetOld(LedgerRetention retention, ILogger<ForgetOld> logger) : IChore
{
    public string Name => "forget-old";

    public TimeSpan? Interval => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int rows = await retention.RunAsync(cancellationToken);
        if (rows > 0)
        {
            LogForgotten(rows);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed the content of {Rows} rows that are past their retention")]
    private partial void LogForgotten(int rows);
}
