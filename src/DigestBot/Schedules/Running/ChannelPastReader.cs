using DigestBot.Digests;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>
/// Reads what channels were shown of stories, and people before they followed one: from the digests themselves, so that what was forgotten
/// there is forgotten here.
/// </summary>
internal sealed class ChannelPastReader(ShownStore shown, DigestArchive archive)
{
    // Of a channel, the latest that told one of these stories: a week and more of daily ones. Channels that were shown the
    // same have the same digests, which are read once.
    private const int MostDigests = 10;

    /// <summary>Of each channel, what matters to its orders.</summary>
    public async Task<IReadOnlyDictionary<long, ChannelPast>> ReadAsync(IReadOnlyList<ServedOrder> orders, CancellationToken cancellationToken)
    {
        ILookup<long, ShownArticle> rows = await FindAsync(orders, cancellationToken);
        ILookup<long, StoryBeginning> begun = orders.Where(order => order.Order.Reader.Story is not null)
            .ToLookup(order => order.ChannelId, order => order.Order.Reader.Story!);
        long[] channels = [.. orders.Select(order => order.ChannelId).Distinct()];
        Dictionary<long, (long SpaceId, string Id)[]> wanted = channels.ToDictionary(
            channel => channel,
            channel => ((long, string)[])[.. Latest(rows[channel]), .. begun[channel].Where(story => story.DigestId is not null).Select(story => (story.SpaceId, story.DigestId!))]);
        Dictionary<string, ToldStory[]> told = (await archive.FindAllAsync(
                [.. wanted.Values.SelectMany(digests => digests).DistinctBy(digest => digest.Id)], cancellationToken))
            .ToDictionary(digest => digest.Id, digest => (ToldStory[])[.. ToldStory.Of(digest)]);
        return channels.ToDictionary(channel => channel, channel => new ChannelPast(
            rows[channel].Select(row => row.ArticleId).Concat(begun[channel].SelectMany(story => story.Trace.Told)),
            wanted[channel].SelectMany(digest => told.GetValueOrDefault(digest.Id, [])),
            begun[channel].SelectMany(story => story.Trace.Others)));
    }

    // Each edition by itself: all channels of a batch and all its stories would be looked for in vain.
    private async Task<ILookup<long, ShownArticle>> FindAsync(IReadOnlyList<ServedOrder> orders, CancellationToken cancellationToken)
    {
        var rows = new List<ShownArticle>();
        foreach (IGrouping<Edition, ServedOrder> same in orders.GroupBy(order => order.Edition))
        {
            rows.AddRange(await shown.FindArticlesAsync(
                [.. same.Select(order => order.ChannelId).Distinct()], same.Key.Articles, cancellationToken));
        }

        return rows.ToLookup(row => row.ChannelId);
    }

    private static (long SpaceId, string Id)[] Latest(IEnumerable<ShownArticle> rows) =>
    [
        .. rows.Where(row => row.DigestId is not null)
            .OrderByDescending(row => row.OccurrenceId)
            .Select(row => (row.SpaceId, row.DigestId!))
            .Distinct()
            .Take(MostDigests),
    ];
}
