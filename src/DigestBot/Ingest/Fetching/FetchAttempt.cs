namespace DigestBot.Ingest.Fetching;

/// <summary>One try at a download.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="IsPassing">True for a failure that may be gone in a second, unless the server asked for patience.</param>
internal sealed record FetchAttempt(FetchOutcome Outcome, bool IsPassing = false)
{
    public static FetchAttempt Refused(string reason) => new(new FetchOutcome.Refused(reason));

    public static FetchAttempt Failed(string reason, int status) =>
        new(new FetchOutcome.Failed(reason, null, status));
}
