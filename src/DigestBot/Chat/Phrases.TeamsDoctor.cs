namespace DigestBot.Chat;

// What the doctor finds of Teams, and advises.
internal sealed partial class Phrases
{
    public string DoctorTeamsEmulator => Say();

    public string DoctorTeamsEmulatorRemedy => Say();

    public string DoctorTeamsToken(string app) => Say([app]);

    public string DoctorTeamsLoginSilent => Say();

    public string DoctorTeamsNetworkRemedy => Say();

    public string DoctorTeamsTokenBad(string code) => Say([code]);

    public string DoctorTeamsSecretRemedy => Say();

    public string DoctorTeamsTenantRemedy => Say();

    public string DoctorTeamsPrincipalRemedy => Say();

    public string DoctorTeamsAppRemedy => Say();

    public string DoctorTeamsKeys(string host) => Say([host]);

    public string DoctorTeamsKeysBad(string host) => Say([host]);

    public string DoctorTeamsClock => Say();

    public string DoctorTeamsClockBad(long seconds) => Say([seconds]);

    public string DoctorTeamsClockRemedy => Say();

    public string DoctorTeamsWayIn(string path) => Say([path]);

    public string DoctorTeamsWayInOk(string address) => Say([address]);

    public string DoctorTeamsWayInBad(string address) => Say([address]);

    public string DoctorTeamsWayInRemedy => Say();
}
