namespace DigestBot.Ingest.Fetching;

/// <summary>Reads the exceptions that networks are expected to cause.</summary>
internal static class FetchFailure
{
    /// <summary>The attempt that ended so, or null when the exception is a bug, a cancellation or the deadline.</summary>
    public static FetchAttempt? From(Exception exception, Uri address, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return exception switch
        {
            HttpRequestException { InnerException: AddressRefusedException refused } => FetchAttempt.Refused(refused.Message),
            HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: IOException } => Reset(address),
            HttpRequestException request => Failed(request.HttpRequestError, address),
            HttpIOException body => Failed(body.HttpRequestError, address),
            IOException => Reset(address),
            // Nobody cancelled: the handler reports its own limit on connecting in this way.
            OperationCanceledException => Failed(HttpRequestError.ConnectionError, address),
            _ => null,
        };
    }

    private static FetchAttempt Reset(Uri address) => Failed(HttpRequestError.ResponseEnded, address);

    // What may be gone in a second: a server that starts again, a line that broke.
    private static FetchAttempt Failed(HttpRequestError error, Uri address) => new(
        new FetchOutcome.Failed(FetchReasons.Of(error, address)),
        IsPassing: error is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded);
}
