using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Reads what a space's own people think of sources, as it was at an instant; nothing of any other space.</summary>
internal sealed class TasteReader(OpinionStore opinions, IOptions<DigestOptions> options)
{
    public async Task<SourceTaste> ReadAsync(Space space, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await ReadAsync([(space.Id, until)], cancellationToken))[(space.Id, until)];

    public async Task<IReadOnlyDictionary<(long Space, DateTimeOffset Until), SourceTaste>> ReadAsync(
        IReadOnlyCollection<(long Space, DateTimeOffset Until)> wanted, CancellationToken cancellationToken)
    {
        double most = options.Value.OpinionWeight;
        IReadOnlySet<long> said = most > 0
            ? await opinions.WithSourcesAsync([.. wanted.Select(one => one.Space).Distinct()], cancellationToken)
            : new HashSet<long>();
        var tastes = new Dictionary<(long, DateTimeOffset), SourceTaste>();
        foreach ((long space, DateTimeOffset until) in wanted.Distinct())
        {
            tastes.Add((space, until), said.Contains(space)
                ? SourceTaste.Of(await opinions.OfSourcesAsync(space, until, cancellationToken), most)
                : SourceTaste.None);
        }

        return tastes;
    }
}
