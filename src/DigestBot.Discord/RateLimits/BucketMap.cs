using System.Collections.Concurrent;

namespace DigestBot.Discord;

/// <summary>Finds the bucket of a request: by what answers called it, within the request's channel, server or webhook.</summary>
/// <remarks>Bounded: buckets that were not used for a while are forgotten, and learned anew. Routes are as many as the API has.</remarks>
internal sealed class BucketMap(TimeProvider clock)
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, string> _namesByRoute = new();
    private readonly ConcurrentDictionary<(string Name, string Major), Bucket> _buckets = new();
    private readonly Elapsed _elapsed = new(clock);
    private readonly Lock _sweeping = new();
    private TimeSpan _swept;

    public int Count => _buckets.Count;

    /// <summary>Waits until the request may be sent. The caller then calls <see cref="Leave"/> with the bucket.</summary>
    public async Task<Bucket> EnterAsync(RestRequest request, TimeSpan patience, CancellationToken cancellationToken)
    {
        ForgetIdle();
        while (true)
        {
            Bucket bucket = Find(request);
            await bucket.EnterAsync(request.Route, patience, cancellationToken);

            // Meanwhile the route's bucket may have got a name, by which another bucket was known, or was forgotten.
            if (ReferenceEquals(bucket, Find(request)))
            {
                return bucket;
            }

            bucket.Leave(null, null);
        }
    }

    public void Leave(Bucket bucket, RestRequest request, RateLimitHeaders? headers, TimeSpan? retryAfter)
    {
        if (headers is not null)
        {
            Name(request, headers.Bucket, bucket);
        }

        // Another bucket of that name may be known already: it is the one that goes on.
        bucket.Leave(headers, retryAfter);
        Bucket named = Find(request);
        if (!ReferenceEquals(named, bucket))
        {
            named.Observe(headers, retryAfter);
        }
    }

    private Bucket Find(RestRequest request) => _buckets.GetOrAdd(
        (_namesByRoute.GetValueOrDefault(request.Route, request.Route), request.Major), _ => new Bucket(clock));

    // The bucket that was used for the route so far goes on under the name, so that whoever waits in it stays in order. The
    // name comes last: who finds the name finds the bucket.
    private void Name(RestRequest request, string name, Bucket bucket)
    {
        if (_namesByRoute.GetValueOrDefault(request.Route) != name)
        {
            _buckets.TryAdd((name, request.Major), bucket);
            _namesByRoute[request.Route] = name;
        }
    }

    private void ForgetIdle()
    {
        TimeSpan now = _elapsed.Now;
        lock (_sweeping)
        {
            if (now - _swept < IdleAfter)
            {
                return;
            }

            _swept = now;
        }

        foreach ((var key, Bucket bucket) in _buckets)
        {
            if (bucket.IsIdle(IdleAfter))
            {
                _buckets.TryRemove(new KeyValuePair<(string, string), Bucket>(key, bucket));
            }
        }
    }
}
