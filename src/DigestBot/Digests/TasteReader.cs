using DigestBot.News;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Whose taste it is.</summary>
/// <param name="Space">Where people have opinions.</param>
/// <param name="News">The space whose news are told, which has set tiers.</param>
/// <param name="Until">What was thought then; tiers are those of now.</param>
internal readonly record struct TasteKey(long Space, long News, DateTimeOffset Until);

/// <summary>Reads what a space's own people think of sources, as it was at an instant, and how much publishers count there; nothing of any other space.</summary>
internal sealed class TasteReader(OpinionStore opinions, SourceSettingStore settings, IOptions<DigestOptions> options)
{
    public async Task<SourceTaste> ReadAsync(Space space, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var key = new TasteKey(space.Id, space.Id, until);
        return (await ReadAsync([key], cancellationToken))[key];
    }

    public async Task<IReadOnlyDictionary<TasteKey, SourceTaste>> ReadAsync(
        IReadOnlyCollection<TasteKey> wanted, CancellationToken cancellationToken)
    {
        double most = options.Value.OpinionWeight;
        IReadOnlySet<long> said = most > 0
            ? await opinions.WithSourcesAsync([.. wanted.Select(one => one.Space).Distinct()], cancellationToken)
            : new HashSet<long>();
        IReadOnlyDictionary<long, IReadOnlyDictionary<long, SourceTier>> tiers = await settings.TiersAsync(
            [.. wanted.Select(one => one.News).Distinct()], cancellationToken);
        var tastes = new Dictionary<TasteKey, SourceTaste>();
        foreach (TasteKey one in wanted.Distinct())
        {
            SourceTaste opinion = said.Contains(one.Space)
                ? SourceTaste.Of(await opinions.OfSourcesAsync(one.Space, one.Until, cancellationToken), most)
                : SourceTaste.None;
            tastes.Add(one, opinion.In(tiers[one.News]));
        }

        return tastes;
    }
}
