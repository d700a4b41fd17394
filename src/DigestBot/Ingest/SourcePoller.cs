using DigestBot.Ingest.WebSub;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.WebSub;

namespace DigestBot.Ingest;

/// <summary>Reads one source that is due and stores what it found together with when to ask again.</summary>
internal sealed class SourcePoller(
    SourceReader reader, ArticleIntake intake, PollQueue queue, PollTiming timing, HubWatch hubs, TimeProvider clock) : ISourcePoller
{
    /// <summary>So often it must have failed before it is given up: time passes without a poll as well.</summary>
    private const int LeastFailures = 5;

    private static readonly TimeSpan LongestFailing = TimeSpan.FromDays(14);

    public async Task<IngestReport> PollAsync(Source source, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() is var due && source.Hints.Allowed(due) > due)
        {
            // It became due earlier, and nobody was there to read it.
            return await PutOffAsync(source, TimeSpan.Zero, due, cancellationToken);
        }

        Subscription? hub = await hubs.OfAsync(source, cancellationToken);
        long begun = clock.GetTimestamp();
        SourceReading reading = await reader.PollAsync(source, cancellationToken);
        var end = new CheckEnd(clock.GetUtcNow(), clock.GetElapsedTime(begun));
        return reading switch
        {
            SourceReading.Found found => await StoreAsync(source, found, hub, end, cancellationToken),
            SourceReading.Unchanged same => await KeepAsync(source, same, hub, end, cancellationToken),
            SourceReading.Failed { IsResting: true } resting => await PutOffAsync(source, resting.RetryAfter, end.At, cancellationToken),
            SourceReading.Failed { IsGone: true } gone => await EndAsync(source, $"{gone.Why} It is gone for good", end, cancellationToken),
            SourceReading.Failed failed => await FailAsync(source, failed.Why, failed.RetryAfter, end, cancellationToken),
            _ => throw new InvalidOperationException($"A source cannot be read as {reading.GetType().Name}."),
        };
    }

    /// <summary>Records a failure that nobody expected, so that it shows and the next try is put off as for any other.</summary>
    public Task<IngestReport> FailAsync(Source source, string why, CancellationToken cancellationToken) =>
        FailAsync(source, why, null, new CheckEnd(clock.GetUtcNow(), TimeSpan.Zero), cancellationToken);

    private Task<IngestReport> StoreAsync(
        Source source, SourceReading.Found found, Subscription? hub, CheckEnd end, CancellationToken cancellationToken)
    {
        PermanentMove? move = found.Kind == SourceKind.Feed ? MoveProof.After(source, found.PermanentTarget, end.At) : null;
        NextCheck next = timing.AfterSuccess(end.At, found.AskedInterval, found.Hints);
        return intake.StoreAsync(
            [.. found.Articles.Select(article => (source, article))],
            new PollResult(source.Id, end.At, next.At, found.ETag, found.LastModified, null)
            {
                Hints = found.Hints,
                NextWhy = next.Why,
                Took = end.Took,
                PagesTried = found.PagesTried,
                DoneEntries = found.DoneEntries,
                Offer = hubs.IsOn ? found.Offer : null,
                Push = hubs.Timing(hub, end.At, found.AskedInterval, found.Hints),
                Move = move,
                IsMoveProven = MoveProof.IsEnough(move, end.At),
            },
            cancellationToken);
    }

    // That nothing has changed can go on with a proof, but only a feed that was read can begin one.
    private Task<IngestReport> KeepAsync(
        Source source, SourceReading.Unchanged same, Subscription? hub, CheckEnd end, CancellationToken cancellationToken)
    {
        PermanentMove? move = MoveProof.After(source, same.PermanentTarget, end.At) is { Polls: not 1 } known ? known : null;
        NextCheck next = timing.AfterSuccess(end.At, same.AskedInterval, source.Hints);
        return intake.StoreAsync(
            [],
            new PollResult(source.Id, end.At, next.At, same.ETag, same.LastModified, null)
            {
                Hints = source.Hints,
                NextWhy = next.Why,
                Took = end.Took,
                IsUnchanged = true,
                Push = hubs.Timing(hub, end.At, same.AskedInterval, source.Hints),
                Move = move,
                IsMoveProven = MoveProof.IsEnough(move, end.At),
            },
            cancellationToken);
    }

    // It did not fail: it was not asked.
    private async Task<IngestReport> PutOffAsync(
        Source source, TimeSpan? rest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await queue.PutOffAsync(source, timing.AfterRest(now, rest ?? TimeSpan.Zero, source.Hints), cancellationToken);
        return IngestReport.Empty;
    }

    // What the last success left stays: validators and hints stand for what is stored, and no answer says nothing about a move.
    private async Task<IngestReport> FailAsync(
        Source source, string why, TimeSpan? retryAfter, CheckEnd end, CancellationToken cancellationToken)
    {
        if (source.Failures + 1 >= LeastFailures && end.At - source.FailingSince >= LongestFailing)
        {
            return await EndAsync(source, $"{why} It has failed for {LongestFailing.Days} days", end, cancellationToken);
        }

        return await FailAsync(source, why, end, timing.AfterFailure(end.At, source.Failures, retryAfter, source.Hints), cancellationToken);
    }

    // Until somebody resumes it or adds it again.
    private Task<IngestReport> EndAsync(Source source, string because, CheckEnd end, CancellationToken cancellationToken) =>
        FailAsync(source, $"{because}, so it is not asked again; resume it if it came back, or remove it.", end, next: null, cancellationToken);

    private async Task<IngestReport> FailAsync(
        Source source, string why, CheckEnd end, NextCheck? next, CancellationToken cancellationToken)
    {
        var result = new PollResult(source.Id, end.At, next?.At, source.ETag, source.LastModified, why)
        {
            Hints = source.Hints,
            NextWhy = next?.Why,
            Took = end.Took,
            Move = source.Move,
        };
        await intake.StoreAsync([], result, cancellationToken);
        return IngestReport.Failure(source.Name, why);
    }

    /// <summary>When a check ended, and how long it took.</summary>
    private readonly record struct CheckEnd(DateTimeOffset At, TimeSpan Took);
}
