using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Takes the posts of one platform and lets each go at its departure; knows no other platform.</summary>
/// <remarks>
/// Invariant: a post is taken only when there is room for its request, so that it can leave on time: late departures would
/// come in a bunch, and a bunch is what a platform refuses.
/// </remarks>
internal sealed partial class PlatformPump(
    IChatAdapter adapter,
    PostStore posts,
    PartSender sender,
    NodeName node,
    Backoff backoff,
    PumpBell bell,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<PlatformPump> logger)
{
    // Departures are given so far ahead at least; further ahead they would only hold room.
    private static readonly TimeSpan ShortestHorizon = TimeSpan.FromMilliseconds(500);

    // Posts that other nodes queued ring no bell here.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestOutagePause = TimeSpan.FromSeconds(15);

    private readonly RequestRoom _room = new(options.Value.MaxInFlight);
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1 / adapter.Limits.PerSecond);
    private readonly DepartureGate _gate = new(TimeSpan.FromSeconds(1 / adapter.Limits.PerSecond), clock);
    private int _outages;

    private TimeSpan Horizon => _spacing * 2 > ShortestHorizon ? _spacing * 2 : ShortestHorizon;

    public ChatPlatform Platform => adapter.Platform;

    /// <summary>There may be something to send.</summary>
    public void Wake() => bell.Ring();

    /// <summary>Sends until it is stopped; then gives back what has not begun, and waits for what has.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        // With an embedded database nothing below is truly asynchronous, and others want to start too.
        await Task.Yield();
        try
        {
            while (true)
            {
                await RoundAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await _room.EmptyAsync();
        }
    }

    /// <summary>Sends what may go now or follows at once, and returns when nothing more does.</summary>
    /// <returns>How many requests were made.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        TimeSpan patience = Horizon + adapter.Limits.BetweenParts;
        int requests = 0;
        while (true)
        {
            IReadOnlyList<TakenPost> taken = await TakeAsync(options.Value.MaxInFlight, cancellationToken);
            bool[] sent = await Task.WhenAll(taken.Select(post => DepartAsync(post, cancellationToken)));
            requests += sent.Count(made => made);
            if (taken.Count > 0)
            {
                continue;
            }

            DateTimeOffset now = clock.GetUtcNow();
            if (await posts.NextAsync(adapter.Platform, cancellationToken) is not { } next || next - now > patience)
            {
                return requests;
            }

            await Task.Delay(next > now ? next - now : Horizon / 2, clock, cancellationToken);
        }
    }

    // One platform must go on whatever happens in one round, so this catches everything but our own shutdown.
    private async Task RoundAsync(CancellationToken stopping)
    {
        try
        {
            TimeSpan rest = await TakeRoundAsync(stopping);
            if (_outages > 0)
            {
                LogStoreBack(adapter.Platform);
                _outages = 0;
            }

            // Short rounds would ask the store for one post at a time.
            await Task.Delay(rest < Horizon / 2 ? rest : Horizon / 2, clock, stopping);
            await bell.WaitAsync(rest - (Horizon / 2), stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            await FailedAsync(exception, stopping);
        }
    }

    /// <returns>How long there is nothing to do.</returns>
    private async Task<TimeSpan> TakeRoundAsync(CancellationToken stopping)
    {
        int room = await _room.TakeAsync(stopping);
        IReadOnlyList<TakenPost> taken = [];
        try
        {
            taken = await TakeAsync(room, stopping);
        }
        finally
        {
            if (taken.Count < room)
            {
                _room.Return(room - taken.Count);
            }
        }

        foreach (TakenPost post in taken)
        {
            _ = SendInRoomAsync(post, stopping);
        }

        if (taken.Count > 0)
        {
            return taken.Count == room ? TimeSpan.Zero : Horizon / 2;
        }

        DateTimeOffset now = clock.GetUtcNow();
        TimeSpan next = await posts.NextAsync(adapter.Platform, stopping) - now ?? LookInterval;
        return next < Horizon / 2 ? Horizon / 2 : next < LookInterval ? next : LookInterval;
    }

    private Task<IReadOnlyList<TakenPost>> TakeAsync(int limit, CancellationToken cancellationToken) =>
        posts.TakeAsync(
            adapter.Platform, new PostRequest(limit, options.Value.Lease, node.Value, _spacing, Horizon), cancellationToken);

    // Nobody waits for this task, so it lets nothing through.
    private async Task SendInRoomAsync(TakenPost post, CancellationToken stopping)
    {
        try
        {
            await DepartAsync(post, stopping);
        }
        catch (Exception exception) when (exception is StoreException or OperationCanceledException)
        {
            LogLeft(post.Key, exception.Message);
        }
        catch (Exception exception)
        {
            LogFailed(exception, post.Key);
        }
        finally
        {
            _room.Return(1);
            bell.Ring(); // the part that follows, or the channel's next post, may go now
        }
    }

    private async Task<bool> DepartAsync(TakenPost post, CancellationToken stopping)
    {
        await Task.Yield(); // one post's work with an embedded database is not another's
        try
        {
            // No departure is further ahead, unless somebody has set the clock back.
            TimeSpan wait = post.DepartAt - clock.GetUtcNow();
            await Task.Delay(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Horizon ? wait : Horizon, clock, stopping);
            stopping.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            await posts.ReleaseAsync([post], CancellationToken.None);
            throw;
        }

        return await sender.SendAsync(adapter, post, _gate);
    }

    private async Task FailedAsync(Exception exception, CancellationToken stopping)
    {
        _outages++;
        if (exception is not StoreException)
        {
            LogRoundFailed(exception, adapter.Platform);
        }
        else if (_outages == 1)
        {
            LogStoreDown(adapter.Platform, exception.Message);
        }

        await Task.Delay(backoff.After(_outages, LongestOutagePause), clock, stopping);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing is sent to {Platform} while the store is down: {Reason}")]
    private partial void LogStoreDown(ChatPlatform platform, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store is back; {Platform} goes on")]
    private partial void LogStoreBack(ChatPlatform platform);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Platform} failed; it goes on")]
    private partial void LogRoundFailed(Exception exception, ChatPlatform platform);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Post {Key} is left to whoever takes it next: {Reason}")]
    private partial void LogLeft(string key, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Post {Key} failed; it is left to whoever takes it next")]
    private partial void LogFailed(Exception exception, string key);
}
