using Microsoft.Extensions.Options;
using Polly;

namespace DigestBot.Ingest.Fetching;

/// <summary>Downloads feeds and pages: conditionally, within limits, and from public addresses only.</summary>
/// <remarks>
/// Safe to call concurrently. Throws only when the caller cancels; everything that a server or a network does is a
/// <see cref="FetchOutcome"/>. When to ask again is the caller's business.
/// </remarks>
internal sealed class PoliteFetcher(
    RedirectFollower follower, HostTurns turns, IOptions<FetchOptions> options, TimeProvider clock)
{
    private readonly ResiliencePipeline<FetchAttempt> _retry = FetchRetry.Create(clock);

    /// <summary>Leaves a host more time between two requests, as it asks.</summary>
    public void KeepApart(Uri address, TimeSpan gap) => turns.Widen(address, gap);

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        // Waiting for one's turn is not the server's slowness.
        using HostTurn turn = await turns.TakeAsync(request.Address, cancellationToken);
        using var deadline = new CancellationTokenSource(options.Value.TotalTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            FetchAttempt attempt = request.RetryPassingFailures
                ? await _retry.ExecuteAsync(async token => await follower.AttemptAsync(request, turn, token), either.Token)
                : await follower.AttemptAsync(request, turn, either.Token);
            return attempt.Outcome;
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            // Whatever was thrown, it was the cutting off: a connection closed in the middle may fail in many ways.
            cancellationToken.ThrowIfCancellationRequested();
            return new FetchOutcome.Failed(FetchReasons.TooSlow(request.Address, options.Value.TotalTimeout));
        }
    }
}
