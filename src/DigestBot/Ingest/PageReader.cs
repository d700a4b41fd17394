using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;
using DigestBot.Ingest.Sitemaps;
using DigestBot.Summaries;

namespace DigestBot.Ingest;

/// <summary>Reads a page that was downloaded as one article; where it has hardly any text, with that of the plainer form that it offers (AMP, print).</summary>
internal sealed class PageReader(PoliteFetcher fetcher, RobotsGate robots)
{
    /// <param name="fetched">The page; robots.txt was asked for it.</param>
    /// <param name="otherwise">What is wrong if it is no web page at all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SourceReading> ReadAsync(FetchOutcome.Fetched fetched, string otherwise, CancellationToken cancellationToken)
    {
        SourceReading reading = FetchedPage.Read(fetched, otherwise);
        if (reading.Plainer is not { } plainer || !IsThin(reading) || plainer == fetched.Address || !SameSite.Has(fetched.Address, plainer))
        {
            return reading;
        }

        return await FetchAsync(plainer, fetched.Address, cancellationToken) is { } other && other.Articles[0] is var full && WordCount.Of(full.Text) > WordCount.Of(TextOf(reading))
            ? reading is SourceReading.Found own
                ? own with { Articles = [own.Articles[0] with { Text = full.Text }] }
                : other with
                {
                    Location = fetched.Address.AbsoluteUri,
                    Articles = [full with { Url = fetched.Address.AbsoluteUri }],
                    ETag = fetched.ETag,
                    LastModified = fetched.LastModified,
                    AskedInterval = fetched.MaxAge,
                }
            : reading;
    }

    // What it offers is not asked for what that offers in turn.
    private async Task<SourceReading.Found?> FetchAsync(Uri plainer, Uri page, CancellationToken cancellationToken) =>
        await robots.RefusalAsync(plainer, cancellationToken) is null
        && await fetcher.FetchAsync(new FetchRequest(plainer, FetchKind.Page), cancellationToken) is FetchOutcome.Fetched fetched
        && SameSite.Has(page, fetched.Address)
        && (fetched.Address == plainer || await robots.RefusalAsync(fetched.Address, cancellationToken) is null)
            ? FetchedPage.Read(fetched, "") as SourceReading.Found
            : null;

    private static bool IsThin(SourceReading reading) => FoundArticle.IsThin(TextOf(reading));

    private static string TextOf(SourceReading reading) => reading is SourceReading.Found { Articles: [var article] } ? article.Text : "";
}
