namespace DigestBot.Chat;

// What is said in Teams alone, and about its app.
internal sealed partial class Phrases
{
    public string ButtonBack => Say();

    public string ButtonNext => Say();

    public string ButtonSend => Say();

    public string TeamsMentions => Say();

    public string TeamsInstallation => Say();

    public string TeamsAllMembers => Say();

    public string TeamsGeneralChannel => Say();

    public string TeamsAnsweredDirectly => Say();

    public string TeamsNotInstalledForYou => Say();

    public string TeamsWelcome => Say();

    public string TeamsAnswered => Say();

    public string TeamsStillWorking => Say();

    public string TeamsShort => Say();

    public string TeamsLong => Say();

    public string TeamsSearchTitle => Say();

    public string TeamsSearchDescription => Say();

    public string TeamsSearchParameter => Say();

    public string TeamsPromptHeadlines => Say();

    public string TeamsPromptSchedules => Say();

    public string VerbTeams => Say();

    public string VerbTeamsManifest => Say();

    public string OptionTeamsAppId => Say();

    public string OptionTeamsOut(string file) => Say([file]);

    public string OptionTeamsDomain => Say();

    public string TeamsManifestWritten(string file) => Say([file]);

    public string UsageTeamsAppId(string option, string value) => Say([option, value]);

    public string UsageTeamsDomain(string option, string value) => Say([option, value]);

    public string UsageRequired(string option) => Say([option]);
}
