using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Runs the turns that wait, a few at a time. When the host stops, they are finished as long as it has patience.</summary>
internal sealed partial class TurnWorkers(
    TurnQueue queue, CloudAdapter adapter, IOptions<BotFrameworkOptions> options, ILogger<TurnWorkers> logger)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _turns = new();
    private Task[] _workers = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _workers = [.. Enumerable.Range(0, options.Value.MaxConcurrentTurns).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        var work = Task.WhenAll(_workers);
        try
        {
            await work.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            LogAbandoned(queue.Count);
            await _turns.CancelAsync();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task WorkAsync()
    {
        try
        {
            await foreach (QueuedTurn turn in queue.TakeAsync(_turns.Token))
            {
                await RunAsync(turn, _turns.Token);
            }
        }
        catch (OperationCanceledException) when (_turns.IsCancellationRequested)
        {
            // The host has no more patience.
        }
    }

    // A turn that fails must not keep the others from theirs, so this catches everything but our own shutdown.
    private async Task RunAsync(QueuedTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.RunTurnAsync(turn.Activity, turn.Bot, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogTurnFailed(exception, turn.Activity.Type);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of a {ActivityType} failed")]
    private partial void LogTurnFailed(Exception exception, string? activityType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The host stops; {Waiting} activities that were acknowledged are given up")]
    private partial void LogAbandoned(int waiting);
}
