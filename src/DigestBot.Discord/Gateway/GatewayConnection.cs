using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace DigestBot.Discord;

/// <summary>One connection to the gateway, from dialling to the last frame.</summary>
/// <remarks>
/// Reading and heartbeats run beside each other, under a deadline until there is a session; whichever first finds that it is
/// over says why, and <see cref="RunAsync"/> then ends the others. Invariant: no task outlives that call.
/// </remarks>
internal sealed partial class GatewayConnection(
    IGatewaySocket socket,
    GatewaySession session,
    ConnectionSettings settings,
    IGatewayOwner owner,
    TimeProvider clock,
    Random random,
    ILogger logger) : IDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly GatewaySender _sender = new(socket, clock);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly TaskCompletionSource<ConnectionEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _patience = new(settings.Config.ConnectionTimeout, clock);

    private bool _greeted;
    private bool _established;

    private HeartbeatLoop? _heartbeats;
    private Task _beating = Task.CompletedTask;
    private volatile bool _isHeld;
    private bool _wasHeld;

    public TimeSpan Latency => _heartbeats?.Latency ?? TimeSpan.Zero;

    /// <summary>Connects, begins or resumes the session, and stays until it is over.</summary>
    /// <param name="turn">The right to begin a session; null to resume the one there is.</param>
    public async Task<ConnectionEnd> RunAsync(Uri address, IIdentifyTurn? turn, CancellationToken stopping)
    {
        if (await DialAsync(address, stopping) is { } failure)
        {
            return failure;
        }

        // A connection that opens and then says nothing would be waited for without end.
        _patience.CancelAfter(settings.Config.ConnectionTimeout);
        Task reading = ReadAsync(turn);
        ConnectionEnd end;
        await using (_patience.Token.Register(() => End(new ConnectionEnd(EndReason.Failed, Exception: new TimeoutException()))))
        await using (stopping.Register(() => End(new ConnectionEnd(EndReason.Stopped))))
        {
            end = await _end.Task;
        }

        await CloseAsync(end, reading);
        _lifetime.Cancel();
        await reading; // it is what starts the heartbeats
        await _beating;
        return end with { Established = _established };
    }

    public Task UpdatePresenceAsync(GatewayPresence presence, CancellationToken cancellationToken) =>
        _sender.SendPresenceAsync(GatewayPayloads.Presence(presence), cancellationToken);

    public void Dispose()
    {
        _lifetime.Dispose();
        _patience.Dispose();
    }

    private async Task<ConnectionEnd?> DialAsync(Uri address, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_patience.Token, stopping);
        try
        {
            await socket.ConnectAsync(address, either.Token);
            return null;
        }
        catch (Exception exception)
        {
            return stopping.IsCancellationRequested
                ? new ConnectionEnd(EndReason.Stopped)
                : new ConnectionEnd(EndReason.Failed, Exception: exception);
        }
    }

    // Goes on after the end was found, since what still arrives belongs to the session; the last piece ends it.
    private async Task ReadAsync(IIdentifyTurn? turn)
    {
        ZlibInflater? inflater = settings.Config.UseCompression ? new ZlibInflater() : null;
        using var reader = new FrameReader(socket, settings.Config.MaxFrameBytes, inflater);
        try
        {
            while (await reader.ReadAsync(_lifetime.Token) is { } text)
            {
                long arrivedAt = clock.GetTimestamp();
                if (!GatewayFrame.TryParse(text, out GatewayFrame? frame))
                {
                    throw new InvalidDataException($"The gateway sent {text.Length} bytes that are no frame.");
                }

                await HandleAsync(frame.Value, arrivedAt, turn);
            }

            End(new ConnectionEnd(EndReason.Closed, reader.CloseCode));
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            End(new ConnectionEnd(EndReason.Garbled, Exception: exception));
        }
        catch (Exception exception)
        {
            End(new ConnectionEnd(EndReason.Failed, Exception: exception));
        }
    }

    private async Task HandleAsync(GatewayFrame frame, long arrivedAt, IIdentifyTurn? turn)
    {
        switch (frame.Op)
        {
            case GatewayOp.Dispatch:
                await DispatchAsync(frame, arrivedAt);
                break;
            case GatewayOp.Hello:
                await GreetAsync(frame, turn);
                break;
            case GatewayOp.Heartbeat:
                await _sender.AnswerHeartbeatAsync(GatewayPayloads.Heartbeat(session.Sequence), _lifetime.Token);
                break;
            case GatewayOp.HeartbeatAck:
                _heartbeats?.Answered();
                break;
            case GatewayOp.Reconnect:
                End(new ConnectionEnd(EndReason.ReconnectAsked));
                break;
            case GatewayOp.InvalidSession:
                End(new ConnectionEnd(frame.Data.Span.SequenceEqual("true"u8) ? EndReason.SessionPaused : EndReason.SessionInvalid));
                break;
            default:
                LogUnknownOp(frame.Op); // Discord adds some now and then
                break;
        }
    }

    private async Task GreetAsync(GatewayFrame frame, IIdentifyTurn? turn)
    {
        double interval = JsonSerializer.Deserialize(frame.Data.Span, GatewayJson.Default.HelloEvent)?.HeartbeatInterval ?? 0;
        if (_greeted)
        {
            return;
        }

        _greeted = true;

        if (interval is not (>= 1 and <= int.MaxValue))
        {
            throw new InvalidDataException("The gateway greets with an interval of heartbeats that makes no sense.");
        }

        _patience.CancelAfter(settings.Config.SessionTimeout);
        if (turn is not null)
        {
            turn.Used();
            await _sender.SendAsync(GatewayPayloads.Identify(settings.Token, settings.Config, settings.Presence()), _lifetime.Token);
            await turn.DisposeAsync(); // the next shard need not wait for the end of this one
        }
        else
        {
            await _sender.SendAsync(GatewayPayloads.Resume(settings.Token, session.Id!, session.Sequence ?? 0), _lifetime.Token);
        }

        _heartbeats = new HeartbeatLoop(TimeSpan.FromMilliseconds(interval), BeatAsync, WasHeld, clock, random);
        _beating = KeepBeatingAsync(_heartbeats);
    }

    private async Task DispatchAsync(GatewayFrame frame, long arrivedAt)
    {
        long sequence = frame.Sequence ?? throw new InvalidDataException("The gateway sent an event without a number.");
        if (frame.Type == "READY")
        {
            Begin(frame.Data.Span);
        }
        else if (frame.Type == "RESUMED")
        {
            session.Resumed();
        }
        else if (!session.IsNew(sequence))
        {
            LogDoubled(frame.Type, sequence);
            return;
        }

        ValueTask accepting = owner.AcceptAsync(frame, arrivedAt, _lifetime.Token);
        if (!accepting.IsCompleted)
        {
            _isHeld = true;
            Volatile.Write(ref _wasHeld, true);
        }

        await accepting;
        _isHeld = false;
        session.Advance(sequence);
        if (frame.Type is "READY" or "RESUMED")
        {
            _established = true;
            _patience.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private void Begin(ReadOnlySpan<byte> data)
    {
        ReadyEvent? ready = JsonSerializer.Deserialize(data, GatewayJson.Default.ReadyEvent);
        if (string.IsNullOrEmpty(ready?.SessionId))
        {
            throw new InvalidDataException("The gateway began a session without an id.");
        }

        session.Begin(ready.SessionId, GatewayAddress.Build(ready.ResumeGatewayUrl, settings.Config.UseCompression));
    }

    private bool WasHeld() => Interlocked.Exchange(ref _wasHeld, _isHeld);

    private Task BeatAsync(CancellationToken cancellationToken) =>
        _sender.SendHeartbeatAsync(GatewayPayloads.Heartbeat(session.Sequence), cancellationToken);

    private async Task KeepBeatingAsync(HeartbeatLoop heartbeats)
    {
        try
        {
            await heartbeats.RunAsync(_lifetime.Token);
            End(new ConnectionEnd(EndReason.Silent));
        }
        catch (Exception exception)
        {
            End(new ConnectionEnd(EndReason.Failed, Exception: exception));
        }
    }

    private void End(ConnectionEnd end) => _end.TrySetResult(end);

    // Says goodbye where the other side can still hear it, and lets it answer: a connection that is just dropped may take
    // along what was sent last.
    private async Task CloseAsync(ConnectionEnd end, Task reading)
    {
        if (reading.IsCompleted)
        {
            return;
        }

        using var patience = new CancellationTokenSource(CloseTimeout, clock);
        try
        {
            int code = end.Reason == EndReason.Stopped ? CloseCodes.Normal : CloseCodes.KeepSession;
            await socket.CloseOutputAsync(code, patience.Token);
            await reading.WaitAsync(patience.Token);
        }
        catch (Exception exception)
        {
            LogNoGoodbye(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The gateway sent a frame of unknown kind {Op}; it is passed over")]
    private partial void LogUnknownOp(int op);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Event} {Sequence} came a second time; it is passed over")]
    private partial void LogDoubled(string? @event, long sequence);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A connection ended without a goodbye: {Reason}")]
    private partial void LogNoGoodbye(string reason);
}
