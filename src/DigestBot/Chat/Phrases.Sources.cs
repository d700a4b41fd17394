namespace DigestBot.Chat;

// Sentences about sources.
internal sealed partial class Phrases
{
    public string SourcesFound(long sources) => Say([sources]);

    public string SourcesNone => Say();

    public string SourceFeed => Say();

    public string SourcePage => Say();

    public string SourceSitemap => Say();

    public string SourceSitemapTaken => Say();

    public string SourceFolder => Say();

    public string SourceImport => Say();

    public string SourceOk => Say();

    public string SourcePaused => Say();

    public string SourceFailing(string why) => Say([why]);

    public string SourceAtRest(string why) => Say([why]);

    public string SourceMovedFrom(string address) => Say([address]);

    public string SourceInFolder(string folder) => Say([folder]);

    public string SourceTierFirst => Say();

    public string SourceTierUsual => Say();

    public string SourceTierMinor => Say();

    public string SourceQuoteWords(long words) => Say([words]);

    public string SourceQuoteNothing => Say();

    public string SourceQuoteAny => Say();

    public string SourceSet(string name, string what) => Say([name, what]);

    public string QuoteWordsUnreadable(string most, string given) => Say([most, given]);

    public string ParameterTier => Say();

    public string ParameterQuoteWords => Say();

    public string VerbSourcesSet => Say();

    public string SourceNotYetRead => Say();

    public string SourceCounts(long articles, string lastRead) => Say([articles, lastRead]);

    public string SourceArticles(long articles) => Say([articles]);

    public string Never => Say();

    public string SourceAdded(string name, string kind) => Say([name, kind]);

    public string SourceFoundAt(string address) => Say([address]);

    public string SourceOtherFeeds(string addresses) => Say([addresses]);

    public string SourceSample => Say();

    public string SourceNotAdded(string location, string why) => Say([location, why]);

    public string SourceUnknown(string which) => Say([which]);

    public string SourceNotYours(string name) => Say([name]);

    public string SourceNowPaused(string name) => Say([name]);

    public string SourceResumed(string name) => Say([name]);

    public string SourceRemoved(string name) => Say([name]);

    public string SourceTestFound(string title, string kind, long articles) => Say([title, kind, articles]);

    public string SourceTestNothing(string location) => Say([location]);

    public string OpmlImported(long added, long known, long failed) => Say([added, known, failed]);

    public string OpmlWritten(string path, long sources) => Say([path, sources]);

    public string SourcesManagersOnly => Say();

    public string SourcesTooMany(long limit) => Say([limit]);

    public string SourceAddressOnly => Say();

    public string SourcesAddHere => Say();

    public string ParameterAddress => Say();
}
