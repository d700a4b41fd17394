using DigestBot.News;

namespace DigestBot.Store.WebSub;

/// <summary>When a source is asked again whose hub tells of news; which of these it is depends on what the poll found.</summary>
/// <param name="PingsSeen">How often the hub had told of news before the poll began.</param>
/// <param name="Rarely">Where the hub told of the last news; null where its lease has ended.</param>
/// <param name="Again">Where the hub told of news that was not found yet.</param>
/// <param name="Soonest">Where the hub told of news while the poll was under way.</param>
internal sealed record PushTiming(long PingsSeen, NextCheck? Rarely, NextCheck Again, DateTimeOffset Soonest);
