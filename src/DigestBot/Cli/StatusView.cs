using System.Text.Json.Serialization;
using DigestBot.Commands.Status;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>How the bot stands, in JSON.</summary>
internal sealed record StatusView(
    string Version, TotalsView Schedules, IReadOnlyList<NextRunView> Next, IReadOnlyList<RunView> Last, SourcesHealthView Sources, QueueView Queue)
{
    public static StatusView From(BotStatus status) => new(
        status.Version,
        new(status.Schedules.Schedules, status.Schedules.Paused),
        [.. status.Next.Select(NextRunView.From)],
        [.. status.Last.Select(recent => RunView.From(recent.Schedule, recent.Occurrence))],
        new(status.Sources, [.. status.Failing.Select(FailingSourceView.From)]) { Hubs = status.Hubs },
        QueueView.From(status.Outbox));
}

/// <summary>How many schedules there are, in JSON.</summary>
internal sealed record TotalsView(long Total, long Paused);

/// <summary>A run to come of some schedule, in JSON.</summary>
internal sealed record NextRunView(string Schedule, string Channel, DateTimeOffset Due)
{
    public static NextRunView From(Schedule schedule) =>
        new(schedule.Settings.Name, schedule.Channel.Address.ToString(), schedule.NextDue ?? default);
}

/// <summary>How the sources are, in JSON.</summary>
internal sealed record SourcesHealthView(long Total, IReadOnlyList<FailingSourceView> Failing)
{
    /// <summary>Feeds whose hub tells of news; only where hubs are asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Hubs { get; init; }
}

/// <summary>A source that does not answer, in JSON.</summary>
internal sealed record FailingSourceView(string Name, string Why, DateTimeOffset? Since)
{
    public static FailingSourceView From(Source source) => new(FeedAddress.In(source.Name), FeedAddress.In(source.LastError ?? ""), source.LastSuccess);
}
