using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Status;

/// <summary>How the bot stands, as one space may see it or, at the terminal, as a whole.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Schedules">How many there are, and how many of them are paused.</param>
/// <param name="Next">The schedules that run next, the soonest first.</param>
/// <param name="Last">The newest runs, the newest first.</param>
/// <param name="Sources">Sources that can be seen.</param>
/// <param name="Failing">Of these, the ones that did not answer when last asked.</param>
/// <param name="Outbox">What waits, and what was given up.</param>
/// <param name="Opinions">What people said of answers lately.</param>
/// <param name="InDetail">True for managers: with the names and reasons of what fails.</param>
internal sealed record BotStatus(
    string Version,
    ScheduleTotals Schedules,
    IReadOnlyList<Schedule> Next,
    IReadOnlyList<RecentOccurrence> Last,
    long Sources,
    IReadOnlyList<Source> Failing,
    OutboxState Outbox,
    OpinionTotals Opinions,
    bool InDetail)
{
    /// <summary>Of the sources, feeds whose hub tells of news; null where no hub is asked.</summary>
    public long? Hubs { get; init; }
}
