using DigestBot.Cli;
using DigestBot.Store;

namespace DigestBot.Tests.Cli;

/// <summary>A composition root that remembers what it was asked; unless given a session, its store does not open.</summary>
internal sealed class FakeHost : ITerminalHost
{
    public TerminalRequest? Asked { get; private set; }

    public Exception Failure { get; init; } = new StoreException("The store is locked by another program.");

    public IReadOnlyList<string> ConfigurationProblems { get; init; } = [];

    public ITerminalSession? Session { get; init; }

    public Task<ITerminalSession> OpenAsync(TerminalRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        return Session is { } session
            ? Task.FromResult(session)
            : Task.FromException<ITerminalSession>(Failure);
    }

    public Task ServeAsync(TerminalRequest request, Action<ServeStatus> started, CancellationToken cancellationToken)
    {
        Asked = request;
        started(new(new("sqlite", "/data/digestbot.db", 0, 0, 0, 0), ["http://127.0.0.1:5080/healthz"]));
        return Task.CompletedTask;
    }

    public IReadOnlyList<string> CheckConfiguration(TerminalRequest request) => ConfigurationProblems;
}
