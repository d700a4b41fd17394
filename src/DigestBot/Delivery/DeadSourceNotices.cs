using System.Globalization;
using DigestBot.Chat;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Tells those who added a source that it is given up: in the channel where they added it, once, one message for all that is new.</summary>
/// <remarks>
/// Invariant: what is told is noted in the transaction that queues the message, so whoever dies in between has told nothing, and
/// whoever dies afterwards has told it.
/// </remarks>
internal sealed partial class DeadSourceNotices(
    Database database,
    DeadSourceStore dead,
    ChannelStore channels,
    SpaceStore spaces,
    PostStore posts,
    IEnumerable<IChatAdapter> adapters,
    IOptions<IngestOptions> ingest,
    IOptions<DeliveryOptions> options,
    IOptions<ChatOptions> chat,
    TimeProvider clock,
    PostBell bell,
    ILogger<DeadSourceNotices> logger)
{
    /// <summary>So many are looked at in one go.</summary>
    private const int MostAtOnce = 200;

    /// <summary>More than these are counted and not named.</summary>
    private const int MostNamed = 10;

    /// <returns>How many places were told.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        int told = 0;
        foreach (IChatAdapter adapter in ingest.Value.ReportDeadSources ? adapters : [])
        {
            string platform = adapter.Platform.ToString().ToLowerInvariant();
            IReadOnlyList<DeadSource> untold = await dead.UntoldAsync(platform, MostAtOnce, cancellationToken);
            foreach (IGrouping<(long, string), DeadSource> place in untold.GroupBy(source => (source.SpaceId, source.Place)))
            {
                told += await TellAsync(adapter, [.. place], cancellationToken) ? 1 : 0;
            }
        }

        if (told > 0)
        {
            bell.Ring();
            LogTold(told);
        }

        return told;
    }

    private async Task<bool> TellAsync(IChatAdapter adapter, IReadOnlyList<DeadSource> here, CancellationToken cancellationToken)
    {
        if (!ChannelRef.TryParse(here[0].Place, out ChannelRef? address)
            || await spaces.FindAsync(here[0].SpaceId, cancellationToken) is not { } space)
        {
            return false;
        }

        Phrases phrases = Phrases.Find(space.Language ?? chat.Value.Language) ?? Phrases.English;
        string body = adapter.Lay(Sentence(here, phrases), Reader.In(phrases, space.TimeZone, clock));
        return await database.InTransactionAsync(
            async transaction =>
            {
                if (!await dead.TellAsync(transaction, here))
                {
                    return false;
                }

                Channel channel = await channels.GetOrAddAsync(transaction, space, address);
                var post = new NewPost(
                    Key(here[0], channel), OccurrenceId: null, channel, Part: 1, Parts: 1, body, MentionRole: null, clock.GetUtcNow() + options.Value.GiveUpAfter);
                return await posts.AddAsync(transaction, [post]) == 1;
            },
            cancellationToken);
    }

    private static string Sentence(IReadOnlyList<DeadSource> here, Phrases phrases) => here is [{ } only]
        ? phrases.SourceGivenUp(FeedAddress.In(only.Name), FeedAddress.In(only.Why))
        : phrases.SourcesGivenUp(
            string.Join(phrases.ListSeparator, here.Take(MostNamed).Select(source => FeedAddress.In(source.Name))), here.Count);

    private static string Key(DeadSource first, Channel channel) => string.Create(
        CultureInfo.InvariantCulture, $"dead/{first.SourceId}/{first.DeadAt.ToUnixTimeMilliseconds()}/{channel.Id}");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Places} channels are told that a source of theirs is given up")]
    private partial void LogTold(int places);
}
