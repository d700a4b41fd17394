using DigestBot.Ingest.Fetching;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Imports a list of feeds from an address, under the same rules as every download.</summary>
internal sealed class AddressedOpml(PoliteFetcher fetcher, SourceManager sources)
{
    public async Task<OpmlImported> ImportAsync(Space space, string address, string? place, CancellationToken cancellationToken)
    {
        if (AddressText.Parse(address) is not { } uri)
        {
            return Failed(address, "This is not an address; use one that begins with https://.");
        }

        var request = new FetchRequest(uri, FetchKind.Feed) { RetryPassingFailures = true };
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => await sources.ImportOpmlAsync(space, address, fetched.Body, place, cancellationToken),
            FetchOutcome.Refused refused => Failed(address, refused.Reason),
            FetchOutcome.Failed failed => Failed(address, failed.Reason),
            _ => Failed(address, "The server said that nothing has changed, though nothing was known."),
        };
    }

    private static OpmlImported Failed(string address, string why) => new(0, 0, [new IngestFailure(FeedAddress.Shown(address), why)]);
}
