namespace DigestBot.Chat;

// Sentences about hubs, which tell of news.
internal sealed partial class Phrases
{
    public string CheckPushed => Say();

    public string CheckTold => Say();

    public string SourceHubActive(string hub, string since, string until) => Say([hub, since, until]);

    public string SourceHubTold(string when) => Say([when]);

    public string SourceHubWanted(string hub) => Say([hub]);

    public string SourceHubProblem(string problem) => Say([problem]);

    public string StatusHubs(long feeds) => Say([feeds]);

    public string DoctorHubsOk(long told, long feeds) => Say([told, feeds]);

    public string DoctorHubsBad(long feeds, string problem) => Say([feeds, problem]);

    public string DoctorHubsRemedy(string address) => Say([address]);
}
