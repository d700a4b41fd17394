namespace DigestBot.Chat;

// What the terminal's verbs report.
internal sealed partial class Phrases
{
    public string SampleNotice => Say();

    public string IngestReading => Say();

    public string IngestDone(long read, long added, long changed, long known, long failed) =>
        Say([read, added, changed, known, failed]);

    public string IngestForgotten(long count) => Say([count]);

    public string ArticleNoAddress(string given) => Say([given]);

    public string ArticleForgotten(long articles, long digests, long posts, long stopped, long conversations) =>
        Say([articles, digests, posts, stopped, conversations]);

    public string ArticleForgottenAhead => Say();

    public string ArticleNotWiped => Say();

    public string ArticleAllowed => Say();

    public string ArticleNotForgotten => Say();

    public string IngestFailure(string what, string why) => Say([what, why]);

    public string IngestMoreFailures(long count) => Say([count]);

    public string IngestNothing => Say();

    public string IngestNotAll => Say();

    public string IngestStopped(long added) => Say([added]);

    public string Stopped => Say();

    public string Failure(string why) => Say([why]);

    public string FailureUnexpected(string kind) => Say([kind]);

    public string DigestUnknown(string id) => Say([id]);

    public string VerifyDone(long quotes, long unchanged, long edited, long gone) =>
        Say([quotes, unchanged, edited, gone]);

    public string QuoteUnchanged => Say();

    public string QuoteEdited => Say();

    public string QuoteGone => Say();

    public string Reindexing => Say();

    public string ReindexDone(long articles) => Say([articles]);

    public string ChatWelcome => Say();

    public string ServeRunning => Say();

    public string ServeStore(string location, string provider) => Say([location, provider]);

    public string ServeCounts(long sources, long articles, long schedules) => Say([sources, articles, schedules]);

    public string ServeHealth(string address) => Say([address]);

    public string ServeAddSource => Say();

    public string ServeTryNext => Say();

    public string ServeStop => Say();

    public string ServePlatforms(string platforms) => Say([platforms]);
}
