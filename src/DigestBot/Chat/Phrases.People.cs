namespace DigestBot.Chat;

// What one person has set for themselves, what is kept of them, and what is new to them.
internal sealed partial class Phrases
{
    public string CommandCatchUp => Say();

    public string VerbCatchUp => Say();

    public string ArgumentMe(string actions) => Say([actions]);

    public string CatchUpNothing(string since) => Say([since]);

    public string CommandMe => Say();

    public string MeActionShow => Say();

    public string MeActionZone => Say();

    public string MeActionLanguage => Say();

    public string MeActionExport => Say();

    public string MeActionForget => Say();

    public string ParameterMyZone => Say();

    public string ParameterMyLanguage => Say();

    public string MeHeading => Say();

    public string MeAsHere(string value) => Say([value]);

    public string MeCaughtUp(string at) => Say([at]);

    public string MeNotCaughtUp => Say();

    public string MeHeld(long conversations, long opinions, long schedules) => Say([conversations, opinions, schedules]);

    public string MeNext => Say();

    public string MeZoneSet(string zone) => Say([zone]);

    public string MeLanguageSet(string language) => Say([language]);

    public string MeForgetAsk(string code) => Say([code]);

    public string MeForgetWrong(string code) => Say([code]);

    public string MeForgotten => Say();
}
