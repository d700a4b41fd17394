namespace DigestBot.Ingest.Reading;

/// <summary>One thing that came out of a file. Invariant: exactly one of article, failure and subscription list is there.</summary>
internal sealed record ReadResult
{
    private ReadResult()
    {
    }

    public IncomingArticle? Article { get; private init; }

    public IngestFailure? Failure { get; private init; }

    /// <summary>A list of feeds, which has no articles itself.</summary>
    public OpmlDocument? Opml { get; private init; }

    /// <summary>Bytes of files consumed since the result before; a progress bar adds them up.</summary>
    public long BytesRead { get; init; }

    public static ReadResult Of(IncomingArticle article) => new() { Article = article };

    public static ReadResult Of(OpmlDocument opml) => new() { Opml = opml };

    public static ReadResult Failed(string what, string why) => new() { Failure = new IngestFailure(what, why) };
}
