using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.News;

namespace DigestBot.Ingest.WebSub;

/// <summary>What a feed that was read says of hubs: its headers count before its text.</summary>
internal static class HubOffers
{
    /// <summary>Longer ones do not fit into the request with which a hub confirms.</summary>
    private const int LongestTopic = 2000;

    /// <summary>None where it does not say what it is called at the hub: our own address for it may be a secret.</summary>
    public static HubOffer Of(Feed feed, FetchOutcome.Fetched fetched)
    {
        FeedHubs headers = FeedHubs.Read(fetched.Links, fetched.Address);
        IReadOnlyList<Uri> hubs = headers.Hubs.Count > 0 ? headers.Hubs : feed.Hubs.Hubs;
        return hubs.Count > 0 && (headers.Self ?? feed.Hubs.Self) is { UserInfo: "" } self && self.AbsoluteUri.Length <= LongestTopic
            ? new HubOffer(self.AbsoluteUri, [.. hubs.Select(hub => hub.AbsoluteUri)])
            : HubOffer.None;
    }
}
