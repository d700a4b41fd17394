namespace DigestBot.Chat;

// Sentences about what an address would give.
internal sealed partial class Phrases
{
    public string SourceTestByAddress(string address) => Say([address]);

    public string SourceTestByLink(string address) => Say([address]);

    public string SourceTestByUsualPath(string address) => Say([address]);

    public string SourceTestBySitemap(string address) => Say([address]);

    public string SourceTestRedirect(string status, string address) => Say([status, address]);

    public string SourceTestAnswer(string status, string format, string encoding, long kibibytes) => Say([status, format, encoding, kibibytes]);

    public string SourceTestValidators(string headers) => Say([headers]);

    public string SourceTestNoValidators => Say();

    public string SourceTestListed(long listed, long read) => Say([listed, read]);

    public string SourceTestEntries(long entries, long withoutText, long withoutDate, long withoutLink) => Say([entries, withoutText, withoutDate, withoutLink]);

    public string SourceTestRobotsAllow => Say();

    public string SourceTestRobotsNotAsked => Say();

    public string SourceTestThin => Say();

    public string SourceTestPage => Say();

    public string SourceTestArticles => Say();

    public string SourceTestDateSaid => Say();

    public string SourceTestNoDate => Say();

    public string SourceTestDateAhead(string said) => Say([said]);

    public string SourceTestText(string extent, long words) => Say([extent, words]);

    public string SourceTestHeadline => Say();

    public string SourceTestTeaser => Say();

    public string SourceTestWhole => Say();

    public string SourceTestLanguage(string language) => Say([language]);

    public string SourceTestLanguageTold(string language) => Say([language]);

    public string SourceTestLanguageToldAs(string declared, string told) => Say([declared, told]);

    public string SourceTestNoLanguage => Say();

    public string SourceTestModified(string date) => Say([date]);

    public string SourceTestPaywall => Say();

    public string SourceTestImage(string address) => Say([address]);
}
