namespace DigestBot.Chat;

// What the terminal's options mean.
internal sealed partial class Phrases
{
    public string OptionData => Say();

    public string OptionSpace => Say();

    public string OptionChannel => Say();

    public string OptionLang(string languages) => Say([languages]);

    public string OptionJson => Say();

    public string OptionVerbose => Say();

    public string OptionHelp => Say();

    public string OptionVersion => Say();

    public string OptionSource => Say();

    public string OptionSince => Say();

    public string OptionAsOf => Say();

    public string OptionStories(long least, long most) => Say([least, most]);

    public string OptionSentences(long least, long most) => Say([least, most]);

    public string OptionFormat(string formats) => Say([formats]);

    public string OptionTopic => Say();

    public string OptionContext => Say();

    public string OptionSort(string orders) => Say([orders]);

    public string OptionMax(long least, long most) => Say([least, most]);

    public string OptionName => Say();

    public string ArgumentTargets => Say();

    public string ArgumentLocation => Say();

    public string ArgumentFile => Say();

    public string ArgumentDigest => Say();

    public string OptionScheduleName => Say();

    public string OptionScheduleTopic => Say();

    public string OptionAt => Say();

    public string OptionDays => Say();

    public string OptionZone => Say();

    public string OptionScheduleStories(long least, long most) => Say([least, most]);

    public string OptionIfEmpty => Say();

    public string OptionCatchUp => Say();

    public string OptionQuiet => Say();

    public string OptionMentionRole => Say();

    public string OptionUndo => Say();

    public string ArgumentScheduleWords => Say();

    public string ArgumentSchedule => Say();
}
