using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Counts how often two readings of the same feeds agree, field by field, where the reference has a value.</summary>
internal sealed class FeedAgreement
{
    private readonly SortedDictionary<string, (int Agreed, int All)> _fields = new(StringComparer.Ordinal);

    /// <summary>Shares between 0 and 1, and how many values each is a share of.</summary>
    public IReadOnlyDictionary<string, double> Figures => _fields
        .SelectMany(counted => new KeyValuePair<string, double>[]
        {
            new(counted.Key, counted.Value.All == 0 ? 1 : (double)counted.Value.Agreed / counted.Value.All),
            new($"{counted.Key}.values", counted.Value.All),
        })
        .ToDictionary(figure => figure.Key, figure => figure.Value);

    public void Add(FeedPrediction gold, FeedPrediction? prediction)
    {
        Count("count", gold.Items.Count == prediction?.Items.Count);
        Compare("feed.title", gold.Title, prediction?.Title, Text);
        Compare("feed.link", gold.Link, prediction?.Link, Address);
        for (int i = 0; i < gold.Items.Count; i++)
        {
            FeedPredictionItem? item = prediction?.Items.ElementAtOrDefault(i);
            Compare("id", gold.Items[i].Id, item?.Id, Text);
            Compare("title", gold.Items[i].Title, item?.Title, Text);
            Compare("link", gold.Items[i].Link, item?.Link, Address);
            Compare("published", gold.Items[i].Published, item?.Published, value => value);
            Compare("summary", gold.Items[i].Summary, item?.Summary, Text);
        }
    }

    private void Compare(string field, string? gold, string? prediction, Func<string, string> normalize)
    {
        if (!string.IsNullOrWhiteSpace(gold))
        {
            Count(field, prediction is not null && normalize(gold) == normalize(prediction));
        }
    }

    private void Count(string field, bool agreed)
    {
        (int before, int all) = _fields.GetValueOrDefault(field);
        _fields[field] = (before + (agreed ? 1 : 0), all + 1);
    }

    // Both sides as plain text without double encoding, so that a reference may keep its HTML and its mistakes.
    private static string Text(string value) =>
        string.Concat(HtmlText.ToPlainText(TextRepair.UndoDoubleEncoding(value)).Where(c => !char.IsWhiteSpace(c)));

    private static string Address(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out Uri? address) ? address.AbsoluteUri.TrimEnd('/') : value.Trim();
}
