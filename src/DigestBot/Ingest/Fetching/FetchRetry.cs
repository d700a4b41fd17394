using Polly;
using Polly.Retry;

namespace DigestBot.Ingest.Fetching;

/// <summary>Tries passing failures again, at most twice, with growing and uneven pauses.</summary>
internal static class FetchRetry
{
    public static ResiliencePipeline<FetchAttempt> Create(TimeProvider clock) =>
        new ResiliencePipelineBuilder<FetchAttempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<FetchAttempt>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(4),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsPassing: true }),
            })
            .Build();
}
