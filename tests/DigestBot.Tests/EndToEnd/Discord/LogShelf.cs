using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>Keeps what a bot logs, for the message of a test that fails.</summary>
internal sealed class LogShelf : ILoggerProvider
{
    private const int Kept = 200;

    private readonly ConcurrentQueue<string> _lines = [];

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogShelf shelf, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            shelf._lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)}{exception}");
            while (shelf._lines.Count > Kept && shelf._lines.TryDequeue(out _))
            {
            }
        }
    }
}
