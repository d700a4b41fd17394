namespace DigestBot.Chat;

// How the bot stands.
internal sealed partial class Phrases
{
    public string StatusVersion(string version) => Say([version]);

    public string StatusSchedules(long schedules, long paused) => Say([schedules, paused]);

    public string StatusNext => Say();

    public string StatusLast => Say();

    public string StatusNothingYet => Say();

    public string StatusSources(long sources, long failing) => Say([sources, failing]);

    public string StatusQueue(long waiting, long retrying, long dead, long unconfirmed) =>
        Say([waiting, retrying, dead, unconfirmed]);

    public string StatusOpinions(long good, long bad) => Say([good, bad]);

    public string StatusOldest(string ago) => Say([ago]);

    public string StatusParked(string channel, string since, string reason) => Say([channel, since, reason]);

    public string StatusParkedCount(long channels) => Say([channels]);

    public string StatusDead(string schedule, string channel, string date, string reason) =>
        Say([schedule, channel, date, reason]);

    public string StatusMore(long more) => Say([more]);
}
