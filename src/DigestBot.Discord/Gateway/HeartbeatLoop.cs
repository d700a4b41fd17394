namespace DigestBot.Discord;

/// <summary>Sends heartbeats for as long as they are answered.</summary>
/// <param name="interval">As the gateway's hello asks.</param>
/// <param name="send">Sends one.</param>
/// <param name="wasHeld">Reading has had to wait since this was asked last, so that an answer may have come unseen.</param>
internal sealed class HeartbeatLoop(
    TimeSpan interval, Func<CancellationToken, Task> send, Func<bool> wasHeld, TimeProvider clock, Random random)
{
    private long _sentAt;
    private bool _answered = true;
    private long _latencyTicks;

    /// <summary>How long the last answer took; zero before the first.</summary>
    public TimeSpan Latency => TimeSpan.FromTicks(Interlocked.Read(ref _latencyTicks));

    public void Answered()
    {
        if (!Volatile.Read(ref _answered))
        {
            Interlocked.Exchange(ref _latencyTicks, clock.GetElapsedTime(Interlocked.Read(ref _sentAt)).Ticks);
            Volatile.Write(ref _answered, true);
        }
    }

    /// <summary>Returns when the other side has not answered for a whole interval: it looks alive and is not.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Were the first one not at random, all bots that an outage dropped would beat together.
        await Task.Delay(interval * random.NextDouble(), clock, cancellationToken);
        while (true)
        {
            Interlocked.Exchange(ref _sentAt, clock.GetTimestamp());
            Volatile.Write(ref _answered, false);
            if (!await SendInTimeAsync(cancellationToken))
            {
                return;
            }

            TimeSpan rest = interval - clock.GetElapsedTime(Interlocked.Read(ref _sentAt));
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, cancellationToken);
            if (!wasHeld() && !Volatile.Read(ref _answered))
            {
                return;
            }
        }
    }

    // A network that takes nothing any more lets a send wait for many minutes.
    private async Task<bool> SendInTimeAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(interval, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await send(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
