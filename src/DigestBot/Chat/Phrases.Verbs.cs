namespace DigestBot.Chat;

// What the terminal's verbs do.
internal sealed partial class Phrases
{
    public string RootDescription => Say();

    public string VerbServe => Say();

    public string VerbIngest => Say();

    public string VerbDigest => Say();

    public string VerbChat => Say();

    public string VerbStories => Say();

    public string VerbSources => Say();

    public string VerbSourcesAdd => Say();

    public string VerbSourcesList => Say();

    public string VerbSourcesShow => Say();

    public string VerbSourcesTest => Say();

    public string VerbSourcesPause => Say();

    public string VerbSourcesResume => Say();

    public string VerbSourcesOff => Say();

    public string VerbSourcesOn => Say();

    public string VerbSourcesRemove => Say();

    public string VerbSourcesImport => Say();

    public string VerbSourcesExport => Say();

    public string VerbVerify => Say();

    public string VerbDoctor => Say();

    public string VerbReindex => Say();

    public string VerbArticles => Say();

    public string VerbArticlesForget => Say();

    public string VerbArticlesAllow => Say();

    public string ArgumentArticleUrl => Say();

    public string VerbSchedule => Say();

    public string VerbScheduleAdd => Say();

    public string VerbScheduleEdit => Say();

    public string VerbScheduleList => Say();

    public string VerbScheduleShow => Say();

    public string VerbSchedulePreview => Say();

    public string VerbScheduleRunNow => Say();

    public string VerbSchedulePause => Say();

    public string VerbScheduleResume => Say();

    public string VerbScheduleSkipNext => Say();

    public string VerbScheduleHistory => Say();

    public string VerbScheduleRemove => Say();
}
