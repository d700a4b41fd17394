using System.Text.Json;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Agreement per field over the items of all feeds, items matched by their order.</summary>
internal sealed class FeedScorer : IScorer
{
    private readonly List<FeedAgreement> _feeds = [];

    public void Add(JsonElement gold, JsonElement prediction) => _feeds.Add(new FeedAgreement(gold, prediction));

    /// <summary>A field for which the reference has no value at all has no figure.</summary>
    public IReadOnlyList<Figure> Figures() =>
    [
        .. from field in FeedAgreement.Fields
           let counts = _feeds.ConvertAll(feed => feed.Count(field))
           where counts.Exists(count => count.All > 0)
           select Figure.Share(field, counts),
    ];
}
