using System.Buffers;
using System.Net;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.Fetching;

/// <summary>Turns an answer that is not a redirect into an outcome, reading no more of its body than allowed.</summary>
internal sealed class ResponseReader(HostRests rests, IOptions<FetchOptions> options, TimeProvider clock)
{
    private const int ChunkSize = 32 * 1024;

    public async Task<FetchAttempt> ReadAsync(
        FetchRequest request,
        Uri address,
        bool movedPermanently,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TimeSpan? retryAfter = response.RetryAfter(now);
        rests.Note(address, retryAfter);
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                return await ReadWholeAsync(request.Kind, address, movedPermanently, response, cancellationToken);
            case HttpStatusCode.NotModified when request.ETag is not null || request.LastModified is not null:
                return new FetchAttempt(new FetchOutcome.NotModified(
                    response.ETag() ?? request.ETag,
                    response.LastModified() ?? request.LastModified,
                    response.MaxAge(now))
                {
                    PermanentTarget = movedPermanently ? address : null,
                });
            default:
                return OtherStatus(address, response, retryAfter);
        }
    }

    private async Task<FetchAttempt> ReadWholeAsync(
        FetchKind kind, Uri address, bool movedPermanently, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        TimeSpan? maxAge = response.MaxAge(clock.GetUtcNow()); // from when the answer came; its body may take long
        int limit = options.Value.MaxBytes(kind);
        DecodedBody body = Unpack(kind, await ReadBodyAsync(response, limit, cancellationToken), limit);
        if (body.State != DecodeState.Whole)
        {
            return FetchAttempt.Failed(Reason(body.State, address, limit), (int)response.StatusCode);
        }

        return new FetchAttempt(new FetchOutcome.Fetched(
            address,
            movedPermanently,
            body.Bytes,
            response.ContentType(),
            response.ETag(),
            response.LastModified(),
            maxAge)
        {
            RobotsTag = response.RobotsTag(),
            Links = response.Links(),
            Status = (int)response.StatusCode,
        });
    }

    private static FetchAttempt OtherStatus(Uri address, HttpResponseMessage response, TimeSpan? retryAfter)
    {
        bool isPassing = retryAfter is null && response.StatusCode is
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        int status = (int)response.StatusCode;
        var failed = new FetchOutcome.Failed(FetchReasons.Status(address, status), retryAfter, status);
        return new FetchAttempt(failed, isPassing);
    }

    // The limit holds twice, for what travels and for what comes out of it: neither may fill the memory.
    private static async Task<DecodedBody> ReadBodyAsync(
        HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
        {
            return DecodedBody.Not(DecodeState.TooLarge);
        }

        using var bytes = new CappedBuffer(limit);
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            for (int read; (read = await stream.ReadAsync(chunk, cancellationToken)) > 0;)
            {
                if (!bytes.TryAppend(chunk.AsSpan(0, read)))
                {
                    return DecodedBody.Not(DecodeState.TooLarge);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return ContentDecoder.Decode(bytes.ToArray(), response.ContentEncoding(), limit);
    }

    // Lists are also published as files that are packed themselves, "sitemap.xml.gz".
    private static DecodedBody Unpack(FetchKind kind, DecodedBody body, int limit) =>
        kind == FetchKind.Feed && body is { State: DecodeState.Whole, Bytes: [0x1f, 0x8b, ..] }
            ? ContentDecoder.Decode(body.Bytes, "gzip", limit)
            : body;

    private static string Reason(DecodeState state, Uri address, int limit) => state switch
    {
        DecodeState.TooLarge => FetchReasons.TooLarge(address, limit),
        DecodeState.Truncated => FetchReasons.Truncated(address),
        DecodeState.Damaged => FetchReasons.Damaged(address),
        _ => FetchReasons.UnknownEncoding(address),
    };
}
