using System.Diagnostics;
using System.Diagnostics.Metrics;
using DigestBot.Chat;
using DigestBot.Store.Ledger;

namespace DigestBot.Delivery;

/// <summary>What delivery counts and measures, for any OpenTelemetry collector.</summary>
internal sealed class DeliveryMetrics : IDisposable
{
    public const string MeterName = "DigestBot.Delivery";

    private static readonly InstrumentAdvice<double> RequestBuckets = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60],
    };

    private static readonly InstrumentAdvice<double> LatenessBuckets = new()
    {
        HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600],
    };

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _posts;
    private readonly Counter<long> _unsure;
    private readonly Histogram<double> _requests;
    private readonly Histogram<double> _lateness;
    private readonly ObservableGauge<long> _depth;
    private long _waiting = -1;

    public DeliveryMetrics()
    {
        _posts = _meter.CreateCounter<long>("digestbot.delivery.posts", "{post}", "Posts that ended, by platform and outcome.");
        _unsure = _meter.CreateCounter<long>(
            "digestbot.delivery.unsure", "{attempt}", "Attempts of which it was not known at first whether they arrived, by platform.");
        _requests = _meter.CreateHistogram(
            "digestbot.delivery.request.duration", "s", "Requests to platforms, by platform and outcome.", advice: RequestBuckets);
        _lateness = _meter.CreateHistogram(
            "digestbot.delivery.lateness", "s", "From a slot's time to the arrival of its last part, by platform.", advice: LatenessBuckets);
        _depth = _meter.CreateObservableGauge(
            "digestbot.delivery.queue.depth", Depth, "{post}", "Posts in the outbox that are still to go; every node says the same.");
    }

    /// <summary>False when nobody listens, so that nobody needs to count.</summary>
    public bool WantsDepth => _depth.Enabled;

    public void Requested(ChatPlatform platform, DeliveryOutcome outcome, TimeSpan duration)
    {
        TagList tags = Tags(platform, outcome switch
        {
            DeliveryOutcome.Delivered => "delivered",
            DeliveryOutcome.RetryLater => "retry_later",
            DeliveryOutcome.Rejected => "rejected",
            _ => "unconfirmed",
        });
        _requests.Record(duration.TotalSeconds, tags);
    }

    /// <summary>What is to be tried again is counted when it ends.</summary>
    public void Ended(TakenPost post, PostEnd end, DateTimeOffset now)
    {
        ChatPlatform platform = post.Channel.Address.Platform;
        switch (end)
        {
            case PostEnd.Delivered:
                _posts.Add(1, Tags(platform, "delivered"));
                if (post.Part == post.Parts && post.Due is { } due)
                {
                    _lateness.Record((now - due).TotalSeconds, Tag(platform));
                }

                break;
            case PostEnd.Unconfirmed:
                _posts.Add(1, Tags(platform, "unconfirmed"));
                break;
            case PostEnd.Dead:
                _posts.Add(1, Tags(platform, "dead"));
                break;
        }
    }

    public void Unsure(ChatPlatform platform) => _unsure.Add(1, Tag(platform));

    public void Waiting(long posts) => Volatile.Write(ref _waiting, posts);

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Depth() => Volatile.Read(ref _waiting) is >= 0 and var waiting ? [new(waiting)] : [];

    private static KeyValuePair<string, object?> Tag(ChatPlatform platform) => new("platform", platform.ToString().ToLowerInvariant());

    private static TagList Tags(ChatPlatform platform, string outcome) => new(Tag(platform), new("outcome", outcome));
}
