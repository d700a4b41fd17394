using System.Globalization;
using System.Text.Json;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>How often two readings of one feed agree, field by field, where the reference has a value.</summary>
internal sealed class FeedAgreement
{
    /// <summary>"count" is whether both found the same number of items.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["count", "feed.title", "feed.link", "id", "title", "link", "published", "summary"];

    private readonly Dictionary<string, (double Agreed, double All)> _counts = new(StringComparer.Ordinal);

    public FeedAgreement(JsonElement gold, JsonElement prediction)
    {
        Compare("feed.title", gold.Text("title"), prediction.Text("title"), Plain);
        Compare("feed.link", gold.Text("link"), prediction.Text("link"), Address);
        if (gold.Member("items") is null)
        {
            return;
        }

        IReadOnlyList<JsonElement> expected = gold.List("items"), found = prediction.List("items");
        Add("count", expected.Count == found.Count);
        foreach ((int index, JsonElement item) in expected.Index())
        {
            CompareItem(item, found.ElementAtOrDefault(index));
        }
    }

    public (double Agreed, double All) Count(string field) => _counts.GetValueOrDefault(field);

    private void CompareItem(JsonElement gold, JsonElement found)
    {
        Compare("id", gold.Scalar("id"), found.Scalar("id"), Plain);
        Compare("title", gold.Text("title"), found.Text("title"), Plain);
        Compare("link", gold.Text("link"), found.Text("link"), Address);
        Compare("published", Instant(gold), Instant(found), instant => instant);
        Compare("summary", gold.Text("summary"), found.Text("summary"), Plain);
    }

    private void Compare(string field, string? gold, string? found, Func<string, string> normalize)
    {
        if (!string.IsNullOrWhiteSpace(gold))
        {
            Add(field, found is not null && normalize(gold) == normalize(found));
        }
    }

    private void Add(string field, bool agreed)
    {
        (double before, double all) = Count(field);
        _counts[field] = (before + (agreed ? 1 : 0), all + 1);
    }

    // Both sides as plain text without double encoding, so that a reference may keep its HTML and its mistakes.
    private static string Plain(string value) =>
        string.Concat(HtmlText.ToPlainText(TextRepair.UndoDoubleEncoding(value)).Where(c => !char.IsWhiteSpace(c)));

    private static string Address(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out Uri? address) ? address.AbsoluteUri.TrimEnd('/') : value.Trim();

    // Seconds since 1970, which a reference may give as a number or as ISO 8601.
    private static string? Instant(JsonElement item) =>
        item.Whole("published") is { } seconds ? seconds.ToString(CultureInfo.InvariantCulture)
        : item.Text("published") is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            : text;
}
