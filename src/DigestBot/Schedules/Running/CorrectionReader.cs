using DigestBot.Digests;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Running;

/// <summary>Finds what channels were shown that no longer stands at its source, and what they were not told of yet.</summary>
/// <remarks>What was shown is read in the digests themselves, so that what was forgotten there is forgotten here.</remarks>
internal sealed class CorrectionReader(ShownStore shown, DigestArchive archive, CorrectionFinder finder)
{
    // Of a channel, the sentences whose articles were edited last. Channels that were shown the same are looked at once.
    private const int MostLookedAt = 100;

    /// <returns>By slot, the latest digests first; nothing of what its reader may no longer see.</returns>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<ShownCorrection>>> ReadAsync(
        IReadOnlyList<ServedOrder> orders, CancellationToken cancellationToken)
    {
        long[] channels = [.. orders.Select(order => order.ChannelId).Distinct()];
        IReadOnlyList<EditedQuote> edited = await shown.FindEditedAsync(channels, MostLookedAt, cancellationToken);
        Dictionary<string, ILookup<(long, long), ToldQuote>> told = (await archive.FindAllAsync(
                [.. edited.Select(quote => (quote.SpaceId, quote.DigestId)).DistinctBy(digest => digest.DigestId)], cancellationToken))
            .ToDictionary(digest => digest.Id, QuotesOf);
        ILookup<long, (EditedQuote Row, ToldQuote Told)> byChannel = edited
            .SelectMany(row => told.TryGetValue(row.DigestId, out ILookup<(long, long), ToldQuote>? quotes)
                ? quotes[(row.Sentence, row.ArticleId)].Take(1).Select(quote => (Row: row, Told: quote))
                : [])
            .ToLookup(quote => quote.Row.ChannelId);
        var found = new Dictionary<long, IReadOnlyList<ShownCorrection>>();
        foreach (IGrouping<string, ServedOrder> same in orders.GroupBy(order => order.Order.Wanted.Outlook))
        {
            IReadOnlyDictionary<ToldQuote, Correction> corrections = await finder.FindAsync(
                same.First().Order.Reader.News,
                [.. same.SelectMany(order => byChannel[order.ChannelId]).Select(quote => quote.Told).Distinct()],
                cancellationToken);
            foreach (ServedOrder order in same)
            {
                found[order.SlotId] = Of(byChannel[order.ChannelId], corrections);
            }
        }

        return found;
    }

    private static IReadOnlyList<ShownCorrection> Of(
        IEnumerable<(EditedQuote Row, ToldQuote Told)> quotes, IReadOnlyDictionary<ToldQuote, Correction> corrections) =>
    [
        .. quotes.Where(quote => corrections.ContainsKey(quote.Told))
            .OrderByDescending(quote => quote.Row.OccurrenceId).ThenBy(quote => quote.Row.ArticleId).ThenBy(quote => quote.Told.Quote.Start)
            .Select(quote => new ShownCorrection(quote.Row.Sentence, corrections[quote.Told])),
    ];

    private static ILookup<(long, long), ToldQuote> QuotesOf(Digest digest) =>
        ToldQuote.Of(digest).ToLookup(told => (SentenceKey.Of(told.Quote.Text), ToldStory.ArticleOf(told.Quote)));
}
