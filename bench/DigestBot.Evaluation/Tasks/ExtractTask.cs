using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using DigestBot.Ingest.Reading;

namespace DigestBot.Evaluation.Tasks;

/// <summary>Task "extract": the article in a stored web page, against the text that people marked in it.</summary>
internal static class ExtractTask
{
    private static readonly Uri Nowhere = new("https://page.example/");

    /// <summary>Reads every page of a file and writes one prediction each; returns the line for standard error.</summary>
    public static string Predict(string inPath, string outPath)
    {
        var watch = new Stopwatch();
        var predictions = new List<ExtractPrediction>();
        int warmUp = 1 + (JsonLinesFile.Read<ExtractCase>(inPath).Count() / 100);
        foreach (ExtractCase item in JsonLinesFile.Read<ExtractCase>(inPath).Take(warmUp))
        {
            WebPageReader.Read(Load(inPath, item), Address(item));
        }

        foreach (ExtractCase item in JsonLinesFile.Read<ExtractCase>(inPath))
        {
            string html = Load(inPath, item);
            watch.Start();
            WebPage page = WebPageReader.Read(html, Address(item));
            watch.Stop();
            string? published = page.Published?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            predictions.Add(new ExtractPrediction(item.Id, page.Title, page.Byline, published, page.Language, page.Text));
        }

        JsonLinesFile.Write(outPath, predictions);
        return TaskSpeed.Describe(predictions.Count, watch.Elapsed);
    }

    /// <summary>Shingle F1 for items with "articleBody", segment F1 for items with "with" and "without".</summary>
    public static IReadOnlyDictionary<string, double> Score(string goldPath, string predictionPath)
    {
        var predictions = JsonLinesFile.Read<ExtractPrediction>(predictionPath).ToDictionary(page => page.Id, page => page.Text);
        var shingles = new ExtractShingleScore();
        var segments = new ExtractSegmentScore();
        foreach (ExtractGold gold in JsonLinesFile.Read<ExtractGold>(goldPath))
        {
            string text = predictions.GetValueOrDefault(gold.Id, string.Empty);
            if (gold.ArticleBody is not null)
            {
                shingles.Add(gold.ArticleBody, text);
            }

            segments.Add(gold.With ?? [], gold.Without ?? [], text);
        }

        return shingles.Pages > 0 ? shingles.Figures : segments.Figures;
    }

    private static Uri Address(ExtractCase item) => Uri.TryCreate(item.Url, UriKind.Absolute, out Uri? address) ? address : Nowhere;

    private static string Load(string inPath, ExtractCase item)
    {
        if (item.Html is not null || item.Path is null)
        {
            return item.Html ?? string.Empty;
        }

        using Stream file = File.OpenRead(JsonLinesFile.Resolve(inPath, item.Path));
        using Stream content = item.Path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return Encodings.Decode(bytes.ToArray(), contentType: null).Text;
    }

    private sealed record ExtractCase(string Id, string? Url, string? Html, string? Path);

    private sealed record ExtractGold(string Id, string? ArticleBody, IReadOnlyList<string>? With, IReadOnlyList<string>? Without);

    private sealed record ExtractPrediction(string Id, string? Title, string? Byline, string? Published, string? Language, string Text);
}
