using System.Net.Sockets;
using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>Calls an adapter within a time limit, and takes whatever it throws for an answer.</summary>
internal sealed partial class PlatformCall(DeliveryMetrics metrics, TimeProvider clock, ILogger<PlatformCall> logger)
{
    /// <summary>One request that sends. Whatever is thrown after something may have left means that nobody knows.</summary>
    public async Task<DeliveryOutcome> SendAsync(IChatAdapter adapter, OutgoingPart part, TimeSpan limit)
    {
        long start = clock.GetTimestamp();
        DeliveryOutcome outcome = await SendOnceAsync(adapter, part, limit);
        metrics.Requested(adapter.Platform, outcome, clock.GetElapsedTime(start));
        return outcome;
    }

    /// <summary>One request that looks; what cannot be answered in time is not known.</summary>
    public async Task<Lookup> FindAsync(IChatAdapter adapter, OutgoingPart part, DateTimeOffset since, TimeSpan limit)
    {
        try
        {
            return await WithinAsync(limit, token => adapter.FindAsync(part, since, token));
        }
        catch (OperationCanceledException)
        {
            return new Lookup.NotKnown("Looking for it took too long");
        }
        catch (Exception exception)
        {
            LogFailed(exception, adapter.Platform);
            return new Lookup.NotKnown($"Looking for it failed: {TrailNote.Of(exception)}");
        }
    }

    /// <summary>One question whether a channel can be posted to; what cannot be answered in time is not known.</summary>
    public async Task<Preflight> PreflightAsync(
        IChatAdapter adapter, PreflightRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await WithinAsync(limit, token => adapter.PreflightAsync(request, token), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Preflight.NotKnown("Asking took too long");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, adapter.Platform);
            return new Preflight.NotKnown($"Asking failed: {TrailNote.Of(exception)}");
        }
    }

    private async Task<DeliveryOutcome> SendOnceAsync(IChatAdapter adapter, OutgoingPart part, TimeSpan limit)
    {
        try
        {
            return await WithinAsync(limit, token => adapter.SendAsync(part, token));
        }
        catch (OperationCanceledException)
        {
            return new DeliveryOutcome.Unconfirmed("No answer in time");
        }
        catch (Exception exception) when (NothingLeft(exception))
        {
            return new DeliveryOutcome.RetryLater($"No connection: {TrailNote.Of(exception)}");
        }
        catch (Exception exception)
        {
            LogFailed(exception, adapter.Platform);
            return new DeliveryOutcome.Unconfirmed(TrailNote.Of(exception));
        }
    }

    // An adapter that does not listen to its token is left alone with its request.
    private async Task<T> WithinAsync<T>(
        TimeSpan limit, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken = default)
    {
        using var deadline = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        return await call(either.Token).WaitAsync(either.Token);
    }

    // These are raised before the first byte of a request is written.
    private static bool NothingLeft(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    }
        or SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The adapter of {Platform} failed")]
    private partial void LogFailed(Exception exception, ChatPlatform platform);
}
