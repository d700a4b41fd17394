namespace DigestBot.Discord;

/// <summary>The limit over all routes: so many requests in any second, and none while Discord has said so.</summary>
internal sealed class GlobalLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly Elapsed _elapsed;
    private readonly Lock _gate = new();
    private readonly TimeSpan[] _departures;
    private int _next;
    private TimeSpan _blockedUntil;

    public GlobalLimit(int perSecond, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perSecond, 1);
        _clock = clock;
        _elapsed = new Elapsed(clock);
        _departures = new TimeSpan[perSecond];
        Array.Fill(_departures, TimeSpan.MinValue / 2);
    }

    private TimeSpan Now => _elapsed.Now;

    /// <summary>Waits for this request's turn. A turn that is cancelled is lost, which errs on the safe side.</summary>
    /// <param name="request">Limited only where it carries the bot's token; a block for the whole address holds it in any case.</param>
    /// <param name="patience">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RateLimitedException">The wait would be longer than the patience.</exception>
    public async Task EnterAsync(RestRequest request, TimeSpan patience, CancellationToken cancellationToken)
    {
        TimeSpan patienceEnds = Now + patience;
        if (request.Authorized)
        {
            await WaitUntilAsync(TakeTurn(request.Route, patienceEnds), cancellationToken);
        }

        while (BlockedUntil(request.Route, patienceEnds) is var blocked && blocked > Now)
        {
            await WaitUntilAsync(blocked, cancellationToken);
        }
    }

    /// <summary>Nothing is sent for a while.</summary>
    public void Block(TimeSpan duration)
    {
        lock (_gate)
        {
            TimeSpan until = Now + duration;
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }

    private TimeSpan TakeTurn(string route, TimeSpan patienceEnds)
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            TimeSpan free = _departures[_next] + Window;
            TimeSpan turn = free > now ? free : now;
            ThrowIfBeyond(turn, route, patienceEnds);
            _departures[_next] = turn;
            _next = (_next + 1) % _departures.Length;
            return turn;
        }
    }

    private TimeSpan BlockedUntil(string route, TimeSpan patienceEnds)
    {
        lock (_gate)
        {
            ThrowIfBeyond(_blockedUntil, route, patienceEnds);
            return _blockedUntil;
        }
    }

    private void ThrowIfBeyond(TimeSpan instant, string route, TimeSpan patienceEnds)
    {
        TimeSpan now = Now;
        if (instant > now && instant > patienceEnds)
        {
            throw RateLimitedException.Unsent(route, instant - now, RateLimitScope.Global);
        }
    }

    private async Task WaitUntilAsync(TimeSpan instant, CancellationToken cancellationToken)
    {
        for (TimeSpan wait = instant - Now; wait > TimeSpan.Zero; wait = instant - Now)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _clock, cancellationToken);
        }
    }
}
