using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>One import under way: what is read and not stored yet, and what has come of it so far.</summary>
internal sealed class ImportRun(
    Space space, SourceStore sources, ArticleIntake intake, int batchSize, long? totalBytes, IProgress<ImportProgress>? progress)
{
    // A file of a million bad lines must not become a report of a million sentences.
    private const int MaxFailures = 1000;

    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly List<(Source Source, IncomingArticle Article)> _pending = [];
    private readonly List<IngestFailure> _failures = [];
    private IngestReport _stored = IngestReport.Empty;
    private int _unlisted;
    private long _bytes;

    public IngestReport Report => _stored with
    {
        Failed = _unlisted == 0
            ? [.. _failures]
            : [.. _failures, new IngestFailure("…", $"{_unlisted} more could not be read.")],
    };

    /// <summary>The space's source that stands for a publisher, made when it is first named.</summary>
    public async Task<Source> PublisherAsync(string name, CancellationToken cancellationToken)
    {
        if (!_sources.TryGetValue(name, out Source? source))
        {
            source = await sources.AddAsync(
                space, new NewSource(SourceKeys.Import(space, name), SourceKind.Import, name, null, null), cancellationToken);
            _sources.Add(name, source);
        }

        return source;
    }

    public async Task AddAsync(Source source, IncomingArticle article, CancellationToken cancellationToken)
    {
        _pending.Add((source, article));
        if (_pending.Count >= batchSize)
        {
            await StoreAsync(article.Title ?? source.Name, cancellationToken);
        }
    }

    public void Fail(IngestFailure failure)
    {
        if (_failures.Count < MaxFailures)
        {
            _failures.Add(failure);
        }
        else
        {
            _unlisted++;
        }
    }

    public void Advance(long bytes) => _bytes += bytes;

    /// <summary>Stores what is pending. Everything before the last such call is kept if the import is stopped.</summary>
    public async Task StoreAsync(string what, CancellationToken cancellationToken)
    {
        if (_pending.Count > 0)
        {
            IngestReport batch = await intake.StoreAsync(_pending, null, cancellationToken);
            _pending.Clear();
            foreach (IngestFailure failure in batch.Failed)
            {
                Fail(failure);
            }

            _stored = _stored.Plus(batch with { Failed = [] });
        }

        progress?.Report(new ImportProgress(what, _bytes, totalBytes, Report));
        cancellationToken.ThrowIfCancellationRequested();
    }
}
