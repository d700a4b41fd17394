using DigestBot.Store;

namespace DigestBot.Schedules.Engine;

/// <summary>Brings what the scheduler logs, which lives in a container of its own, to the host's logs and their levels.</summary>
/// <remarks>While the store is away, every part of the scheduler reports each of its tries with a stack trace; that becomes one sentence a minute.</remarks>
internal sealed partial class ForwardedLogs(ILoggerFactory host, Database database, TimeProvider clock) : ILoggerProvider
{
    private static readonly TimeSpan OutageInterval = TimeSpan.FromMinutes(1);

    private readonly ILogger _outages = host.CreateLogger<SchedulerEngine>();
    private readonly Lock _gate = new();
    private DateTimeOffset _toldNotBefore;

    public ILogger CreateLogger(string categoryName) => new Forwarding(this, host.CreateLogger(categoryName));

    public void Dispose()
    {
        // The host's loggers are not ours to end.
    }

    private bool IsOutage(Exception? exception)
    {
        if (exception is null || StoreErrors.Explain(SchedulerErrors.CauseOf(exception), database.Dialect.Location) is not { } explained)
        {
            return false;
        }

        DateTimeOffset now = clock.GetUtcNow();
        bool tell;
        lock (_gate)
        {
            tell = now >= _toldNotBefore;
            _toldNotBefore = tell ? now + OutageInterval : _toldNotBefore;
        }

        if (tell)
        {
            LogOutage(_outages, explained.Message);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler waits for the store: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);

    /// <summary>One category.</summary>
    private sealed class Forwarding(ForwardedLogs owner, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!owner.IsOutage(exception))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
