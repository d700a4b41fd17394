namespace DigestBot.Chat;

// What the doctor finds on Discord, and advises.
internal sealed partial class Phrases
{
    public string DoctorDiscordToken(string name, string application) => Say([name, application]);

    public string DoctorDiscordTokenBad => Say();

    public string DoctorDiscordTokenRemedy => Say();

    public string DoctorDiscordUnreachable(string address) => Say([address]);

    public string DoctorDiscordUnreachableRemedy => Say();

    public string DoctorDiscordApplicationBad(string configured, string actual) => Say([configured, actual]);

    public string DoctorDiscordApplicationRemedy(string actual) => Say([actual]);

    public string DoctorDiscordKeyBad => Say();

    public string DoctorDiscordKeyRemedy => Say();

    public string DoctorDiscordEndpointBad(string address) => Say([address]);

    public string DoctorDiscordEndpointRemedy => Say();

    public string DoctorDiscordIntents(string intents) => Say([intents]);

    public string DoctorDiscordCommandsOk => Say();

    public string DoctorDiscordCommandsBad => Say();

    public string DoctorDiscordCommandsRemedy => Say();

    public string DoctorDiscordCommandsOff => Say();

    public string DoctorDiscordSessions(long remaining, long total) => Say([remaining, total]);

    public string DoctorDiscordSessionsRemedy(long minutes) => Say([minutes]);

    public string DoctorDiscordShards(long configured, long advised) => Say([configured, advised]);

    public string DoctorDiscordShardsRemedy(long advised) => Say([advised]);

    public string DoctorDiscordInvite(string address) => Say([address]);
}
