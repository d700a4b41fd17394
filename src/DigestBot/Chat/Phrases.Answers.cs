namespace DigestBot.Chat;

// The frame of answers and search results.
internal sealed partial class Phrases
{
    public string AnswerAsOf(string moment, long sources, long articles) => Say([moment, sources, articles]);

    public string NotAnswered(string window) => Say([window]);

    public string NotAnsweredAtAll => Say();

    public string ArticlesSearched(long articles) => Say([articles]);

    public string NearestSentences => Say();

    public string SearchedFor(string query) => Say([query]);

    public string SearchFound(string query, long articles) => Say([query, articles]);

    public string SearchNothing(string query) => Say([query]);
}
