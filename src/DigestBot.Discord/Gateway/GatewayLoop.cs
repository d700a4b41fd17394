using System.Net;
using Microsoft.Extensions.Logging;

namespace DigestBot.Discord;

/// <summary>Keeps one shard connected: decides after each connection whether and how the next one begins.</summary>
internal sealed partial class GatewayLoop(
    ConnectionSettings settings,
    IIdentifyGate gate,
    GatewayDirectory directory,
    IGatewayOwner owner,
    TimeProvider clock,
    Random random,
    ILogger logger)
{
    // A connection that lasted so long was no failure, however it ended.
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(60);

    private readonly GatewaySession _session = new();
    private readonly ReconnectDelay _delay = new(random);
    private volatile GatewayConnection? _connection;
    private int _failures;

    public TimeSpan Latency => _connection?.Latency ?? TimeSpan.Zero;

    /// <summary>Where presence can be changed at the moment.</summary>
    public GatewayConnection? Connection => _connection;

    /// <summary>Runs until it is stopped, or until connecting again would be of no use.</summary>
    /// <returns>Why it would be of no use; null when it was stopped.</returns>
    public async Task<GatewayClosedException?> RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            long began = clock.GetTimestamp();
            ConnectionEnd end = await TryConnectAsync(stopping);
            GatewayClosedException exception = Explain(end);
            owner.Ended(exception);
            if (exception.IsFatal)
            {
                LogGivenUp(settings.Config.ShardId, exception.Message);
                return exception;
            }

            if (end.Reason != EndReason.Stopped)
            {
                _failures = end.Established && clock.GetElapsedTime(began) >= Stable ? 0 : _failures + 1;
                await PauseAsync(end, exception, stopping);
            }
        }

        return null;
    }

    // The shard must come back whatever happens in one attempt, so this catches everything.
    private async Task<ConnectionEnd> TryConnectAsync(CancellationToken stopping)
    {
        try
        {
            return await ConnectAsync(stopping);
        }
        catch (HttpException exception) when (exception.HttpCode == HttpStatusCode.Unauthorized)
        {
            return new ConnectionEnd(EndReason.TokenRefused, Exception: exception);
        }
        catch (Exception exception)
        {
            return stopping.IsCancellationRequested
                ? new ConnectionEnd(EndReason.Stopped)
                : new ConnectionEnd(EndReason.Failed, Exception: exception);
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(CancellationToken stopping)
    {
        if (_session.CanResume)
        {
            _session.ResumeTried();
            return await ConnectAsync(_session.ResumeAddress ?? await directory.FindAsync(stopping), turn: null, stopping);
        }

        _session.Forget();
        Uri address = await directory.FindAsync(stopping);
        await using IIdentifyTurn turn = await gate.EnterAsync(settings.Config.ShardId, stopping);
        return await ConnectAsync(address, turn, stopping);
    }

    private async Task<ConnectionEnd> ConnectAsync(Uri address, IIdentifyTurn? turn, CancellationToken stopping)
    {
        LogConnecting(settings.Config.ShardId, address.Host, turn is null);
        await using IGatewaySocket socket = settings.Config.WebSocketProvider();
        using var connection = new GatewayConnection(socket, _session, settings, owner, clock, random, logger);
        _connection = connection;
        ConnectionEnd end = await connection.RunAsync(address, turn, stopping);
        _connection = null;
        if (end is { Reason: EndReason.Failed, Established: false })
        {
            directory.Forget();
        }

        return end;
    }

    private async Task PauseAsync(ConnectionEnd end, GatewayClosedException exception, CancellationToken stopping)
    {
        TimeSpan pause = _delay.After(_failures);
        switch (end.Reason)
        {
            case EndReason.SessionInvalid:
                _session.Forget();
                TimeSpan asked = _delay.BeforeNewSession();
                pause = pause > asked ? pause : asked;
                break;
            case EndReason.Closed when CloseCodes.After(end.CloseCode) == AfterClose.NewSession:
                _session.Forget();
                break;
            case EndReason.Garbled:
                _session.Garbled();
                break;
        }

        LogEnded(settings.Config.ShardId, exception.Message, exception.InnerException?.Message, pause);
        try
        {
            await Task.Delay(pause, clock, stopping);
        }
        catch (OperationCanceledException)
        {
            // The loop sees for itself that it is over.
        }
    }

    private GatewayClosedException Explain(ConnectionEnd end) => end.Reason switch
    {
        EndReason.Stopped => new GatewayClosedException("The client was stopped."),
        EndReason.Closed => new GatewayClosedException(CloseCodes.Describe(end.CloseCode, settings.Config))
        {
            CloseCode = end.CloseCode,
            IsFatal = CloseCodes.After(end.CloseCode) == AfterClose.Stop,
        },
        EndReason.TokenRefused =>
            new GatewayClosedException(CloseCodes.Describe(CloseCodes.AuthenticationFailed, settings.Config), end.Exception)
            {
                IsFatal = true,
            },
        EndReason.ReconnectAsked => new GatewayClosedException("The gateway asked to connect again."),
        EndReason.SessionPaused => new GatewayClosedException("The gateway asked to resume the session later."),
        EndReason.SessionInvalid => new GatewayClosedException("The gateway asked for a new session."),
        EndReason.Silent => new GatewayClosedException("The gateway no longer answers."),
        EndReason.Garbled => new GatewayClosedException("The gateway sent what cannot be read.", end.Exception),
        _ => new GatewayClosedException("The connection to the gateway failed.", end.Exception),
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Shard {ShardId} connects to {Host}; it resumes its session: {Resumes}")]
    private partial void LogConnecting(int shardId, string host, bool resumes);

    [LoggerMessage(Level = LogLevel.Information, Message = "Shard {ShardId}: {Reason} {Cause} It connects again in {Pause}")]
    private partial void LogEnded(int shardId, string reason, string? cause, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Shard {ShardId} stays disconnected: {Reason}")]
    private partial void LogGivenUp(int shardId, string reason);
}
