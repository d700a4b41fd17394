using System.Globalization;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>By how much the opinions of a space's people lift or lower the stories of each source. Equal for equal effects.</summary>
internal sealed class SourceTaste : IEquatable<SourceTaste>
{
    /// <summary>So many people without an opinion are added, so that one alone moves little.</summary>
    private const int Silent = 2;

    private const int Decimals = 4;

    private readonly Dictionary<long, double> _shares;
    private readonly string _signature;

    private SourceTaste(Dictionary<long, double> shares)
    {
        _shares = shares;
        _signature = string.Join(';', shares.OrderBy(share => share.Key).Select(
            share => string.Create(CultureInfo.InvariantCulture, $"{share.Key}:{share.Value}")));
    }

    public static SourceTaste None { get; } = new([]);

    public static SourceTaste Of(IEnumerable<SourceOpinion> opinions, double most) => new(opinions
        .Select(said => (said.SourceId, Share: Math.Round(most * said.Net / (said.People + Silent), Decimals)))
        .Where(said => said.Share != 0)
        .ToDictionary(said => said.SourceId, said => said.Share));

    /// <summary>The share of its points that a story gains or loses: the mean over its sources.</summary>
    public double Of(StoryView story) => _shares.Count == 0
        ? 0
        : story.Articles.Select(article => article.SourceId).Distinct().Order().Average(source => _shares.GetValueOrDefault(source));

    public bool Equals(SourceTaste? other) => _signature == other?._signature;

    public override bool Equals(object? obj) => Equals(obj as SourceTaste);

    public override int GetHashCode() => string.GetHashCode(_signature, StringComparison.Ordinal);
}
