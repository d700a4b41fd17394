namespace DigestBot.Chat;

// The frame of a digest.
internal sealed partial class Phrases
{
    public string AllNews => Say();

    public string DigestCoverage(long stories, long articles, long answered, long sources) =>
        Say([stories, articles, answered, sources]);

    public string StoryPublishers(long count, string names) => Say([count, names]);

    public string StoryReprints(string names) => Say([names]);

    public string AndMore(string names, long more) => Say([names, more]);

    public string StoryUpdate(long day) => Say([day]);

    public string ReportsDiffer => Say();

    public string Corrections => Say();

    public string CorrectionQuoted(string id, string date) => Say([id, date]);

    public string CorrectionNow => Say();

    public string CorrectionGone => Say();

    public string CorrectionStands => Say();

    public string CorrectionsMore(long count) => Say([count]);

    public string SourceSilentSince(string name, string since, string why) => Say([name, since, why]);

    public string SourceNeverRead(string name, string why) => Say([name, why]);

    public string DigestEmpty(string topic) => Say([topic]);

    public string DigestEmptyAll => Say();

    public string NewestCoverage(string asked, string shown) => Say([asked, shown]);

    public string DigestFurther(long stories) => Say([stories]);

    public string DigestAlso(string names) => Say([names]);

    public string ParameterExact => Say();

    public string DigestFooter(string id) => Say([id]);

    public string VerifyHint(string id) => Say([id]);
}
