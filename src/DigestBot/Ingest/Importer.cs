using DigestBot.Ingest.Reading;
using DigestBot.News;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>Reads files, folders, feeds and pages once. What fails is reported and the rest goes on.</summary>
internal sealed class Importer(
    SourceReader reader, SourceStore sources, ArticleIntake intake, IOptions<IngestOptions> options)
{
    /// <summary>Publisher of articles that name none and were given none.</summary>
    public const string Unnamed = "local files";

    /// <summary>The local space makes shared sources, any other space its own. Stopped in the middle, it keeps what it stored.</summary>
    public async Task<IngestReport> ImportAsync(
        Space space,
        IReadOnlyList<string> targets,
        string? sourceName,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        string[] paths = [.. targets.Where(target => !SourceReader.IsAddress(target))];
        long? bytes = paths.Length == targets.Count ? paths.Sum(ArticleFiles.CountBytes) : null;
        var run = new ImportRun(space, sources, intake, options.Value.BatchSize, bytes, progress);
        foreach (string target in targets)
        {
            await (SourceReader.IsAddress(target)
                ? ImportAddressAsync(run, space, target, sourceName, cancellationToken)
                : ImportPathAsync(run, space, target, sourceName, cancellationToken));
            await run.StoreAsync(target, cancellationToken);
        }

        return run.Report;
    }

    private async Task ImportPathAsync(
        ImportRun run, Space space, string path, string? sourceName, CancellationToken cancellationToken)
    {
        await foreach (ReadResult result in ArticleFiles.ReadAsync(path, cancellationToken))
        {
            run.Advance(result.BytesRead);
            if (result.Failure is { } failure)
            {
                run.Fail(failure);
            }
            else if (result.Article is { } article)
            {
                string name = NewsText.Line(article.Source ?? sourceName ?? Unnamed);
                await run.AddAsync(await run.PublisherAsync(name, cancellationToken), article, cancellationToken);
            }
            else if (result.Opml is { } list)
            {
                foreach (OpmlFeed feed in list.Feeds)
                {
                    await ImportAddressAsync(run, space, feed.FeedUrl.AbsoluteUri, feed.Title ?? sourceName, cancellationToken);
                }
            }
        }
    }

    private async Task ImportAddressAsync(
        ImportRun run, Space space, string address, string? sourceName, CancellationToken cancellationToken)
    {
        SourceReading reading = await reader.LookAsync(address, discover: false, cancellationToken);
        if (reading is not SourceReading.Found found)
        {
            run.Fail(new IngestFailure(FeedAddress.Shown(address), (reading as SourceReading.Failed)?.Why ?? "It has not changed."));
            return;
        }

        Source source = await sources.AddAsync(
            space,
            new NewSource(
                SourceKeys.Location(address),
                found.Kind,
                NewsText.Line(FeedAddress.In(sourceName ?? found.Title ?? CanonicalUrl.Of(address) ?? address)),
                address,
                FirstCheck: null),
            cancellationToken);
        foreach (IncomingArticle article in found.Articles)
        {
            await run.AddAsync(source, article, cancellationToken);
        }

        foreach (string problem in found.Problems)
        {
            run.Fail(new IngestFailure(FeedAddress.Shown(address), FeedAddress.In(problem)));
        }
    }
}
