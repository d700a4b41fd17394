namespace DigestBot.Chat;

// Sentences about how a source is, and what became of it.
internal sealed partial class Phrases
{
    public string SourceHidden => Say();

    public string SourceNextCheck(string when, string why) => Say([when, why]);

    public string SourceNextPaused => Say();

    public string SourceNextSoon => Say();

    public string SourceNextNever => Say();

    public string CheckUsual => Say();

    public string CheckAskedByFeed => Say();

    public string CheckAskedByServer => Say();

    public string CheckLongest => Say();

    public string CheckSkipped => Say();

    public string CheckBackOff => Say();

    public string CheckRetryAfter => Say();

    public string CheckRest => Say();

    public string SourceFailingSince(string since, long failures) => Say([since, failures]);

    public string SourceAddedIn(string when, string place) => Say([when, place]);

    public string SourceAddedAndTold(string when, string place, string told) => Say([when, place, told]);

    public string SourceAddedSomewhere(string when) => Say([when]);

    public string SourceChecks => Say();

    public string CheckRead(long added, long changed) => Say([added, changed]);

    public string CheckUnchanged => Say();

    public string CheckTook(long seconds) => Say([seconds]);

    public string SourceGivenUp(string name, string why) => Say([name, why]);

    public string SourcesGivenUp(string names, long sources) => Say([names, sources]);

    public string SourceSwitchedOff(string name) => Say([name]);

    public string SourceSwitchedOn(string name) => Say([name]);

    public string SourceNotSwitchable(string name) => Say([name]);
}
