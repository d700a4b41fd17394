using DigestBot.Ingest;

namespace DigestBot.Cli;

/// <summary>What an ingest did, in JSON; the contract of <c>ingest --json</c>.</summary>
internal sealed record IngestView(int Read, int New, int Duplicates, IReadOnlyList<FailureView> Failed)
{
    /// <summary>A known article whose text changed is not new, so here it counts as known: read = new + duplicates.</summary>
    public static IngestView From(IngestReport report) => new(
        report.Read,
        report.New,
        report.Updated + report.Duplicates,
        [.. report.Failed.Select(FailureView.From)]);
}

/// <summary>One thing that could not be read, in JSON.</summary>
internal sealed record FailureView(string What, string Why)
{
    public static FailureView From(IngestFailure failure) => new(FeedAddress.In(failure.What), FeedAddress.In(failure.Why));
}
