namespace DigestBot.Chat;

// The frame of answers and search results.
internal sealed partial class Phrases
{
    public string AnswerAsOf(string moment, long sources, long articles) => Say([moment, sources, articles]);

    public string NotAnswered(string window) => Say([window]);

    public string NoArticlesThen(string window) => Say([window]);

    public string NotAnsweredAtAll => Say();

    public string ArticlesSearched(long articles) => Say([articles]);

    public string NearestSentences => Say();

    public string SearchedFor(string query) => Say([query]);

    public string SearchedOnly(string articles) => Say([articles]);

    public string SearchedTopic(string topic) => Say([topic]);

    public string NarrowLanguage(string language) => Say([language]);

    public string NarrowSources(string sources) => Say([sources]);

    public string NarrowBoth(string language, string sources) => Say([language, sources]);

    public string NarrowNothing(string articles) => Say([articles]);

    public string OutletUnknown(string name, string others) => Say([name, others]);

    public string OutletUnknownAlone(string name) => Say([name]);

    public string OutletIgnored(string name, string others) => Say([name, others]);

    /// <summary>Codes with names, as they stand behind "in" and before a comma.</summary>
    public string LanguageNames => Say();

    public string SearchFound(string query, long articles) => Say([query, articles]);

    public string SearchNothing(string query) => Say([query]);
}
