using System.Globalization;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>
/// By how much the opinions of a space's people lift or lower the stories of each source, and how much its publisher counts there.
/// Equal for equal effects.
/// </summary>
internal sealed class SourceTaste : IEquatable<SourceTaste>
{
    /// <summary>So many people without an opinion are added, so that one alone moves little.</summary>
    private const int Silent = 2;

    private const int Decimals = 4;

    private readonly Dictionary<long, double> _shares;
    private readonly Dictionary<long, SourceTier> _tiers; // those that are not the usual
    private readonly string _signature;

    private SourceTaste(Dictionary<long, double> shares, Dictionary<long, SourceTier> tiers)
    {
        _shares = shares;
        _tiers = tiers;
        _signature = string.Join(';', shares.OrderBy(share => share.Key).Select(
                share => string.Create(CultureInfo.InvariantCulture, $"{share.Key}:{share.Value}"))
            .Concat(tiers.OrderBy(tier => tier.Key).Select(tier => string.Create(CultureInfo.InvariantCulture, $"{tier.Key}:{tier.Value}"))));
    }

    public static SourceTaste None { get; } = new([], []);

    public static SourceTaste Of(IEnumerable<SourceOpinion> opinions, double most) => new(
        opinions
            .Select(said => (said.SourceId, Share: Math.Round(most * said.Net / (said.People + Silent), Decimals)))
            .Where(said => said.Share != 0)
            .ToDictionary(said => said.SourceId, said => said.Share),
        []);

    /// <summary>The same with these tiers.</summary>
    public SourceTaste In(IReadOnlyDictionary<long, SourceTier> tiers) => tiers.Count == 0
        ? this
        : new(_shares, tiers.Where(tier => tier.Value != SourceTier.Usual).ToDictionary(tier => tier.Key, tier => tier.Value));

    /// <summary>The share of its points that a story gains or loses: the mean over its sources.</summary>
    public double Of(StoryView story) => _shares.Count == 0
        ? 0
        : story.Articles.Select(article => article.SourceId).Distinct().Order().Average(source => _shares.GetValueOrDefault(source));

    /// <summary>How many of a story's independent publishers are of the first tier, and how many are minor: each by the best of its sources there.</summary>
    public (int First, int Minor) TiersOf(StoryView story, StoryVoices voices)
    {
        if (_tiers.Count == 0)
        {
            return (0, 0);
        }

        ILookup<long, SourceTier> tiers = story.Articles.ToLookup(article => article.Publisher, article => _tiers.GetValueOrDefault(article.SourceId));
        return (
            voices.Independent.Count(voice => tiers[voice.Publisher].Contains(SourceTier.First)),
            voices.Independent.Count(voice => tiers[voice.Publisher].All(tier => tier == SourceTier.Minor)));
    }

    public bool Equals(SourceTaste? other) => _signature == other?._signature;

    public override bool Equals(object? obj) => Equals(obj as SourceTaste);

    public override int GetHashCode() => string.GetHashCode(_signature, StringComparison.Ordinal);
}
