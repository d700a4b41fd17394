using System.Text.Json;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>The task extract on pages beside their items.</summary>
[Collection("console")]
public sealed class ExtractTaskTests : IDisposable
{
    private const string Page =
        "<html lang=en><head><title>Dam broke</title></head><body><article><h1>Dam broke</h1>"
        + "<p>The dam broke at dawn on Tuesday, and two villages below it were flooded, officials said.</p>"
        + "<p>Nobody was hurt, because the valley had been cleared the night before, the mayor said.</p></article></body></html>";

    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_reads_the_same_inline_from_a_file_and_from_a_compressed_file()
    {
        _folder.Write("page.html", Page);
        _folder.WriteCompressed("page.html.gz", Page);
        string items = _folder.Write(
            "items.jsonl",
            JsonSerializer.Serialize(new { id = "a", html = Page }),
            """{"id":"b","url":"https://news.example/dam","html":null,"path":"page.html"}""",
            """{"id":"c","url":5,"path":"page.html.gz","articleBody":"not looked at"}""");

        JsonElement[] predictions = _folder.Predict("extract", items);

        Assert.Equal(["a", "b", "c"], predictions.Select(page => page.GetProperty("id").GetString()));
        Assert.Single(predictions.Select(page => page.GetProperty("text").GetString()).Distinct());
        Assert.Contains("two villages below it", predictions[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(predictions, page => Assert.Equal(
            ["id", "title", "byline", "published", "language", "text"], page.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public void The_instant_of_publication_is_written_in_utc()
    {
        string page = Page.Replace(
            "</head>", "<meta property=article:published_time content=2026-03-03T11:30:00+02:00></head>", StringComparison.Ordinal);
        string items = _folder.Write("items.jsonl", JsonSerializer.Serialize(new { id = "a", html = page }));

        Assert.Equal("2026-03-03T09:30:00Z", _folder.Predict("extract", items)[0].GetProperty("published").GetString());
    }

    [Theory]
    [InlineData("missing.html", "cannot be read")]
    [InlineData("plain.html.gz", "not a gzip file")]
    [InlineData("cut.html.gz", "cut off")]
    public void A_page_that_cannot_be_read_is_one_sentence(string path, string sentence)
    {
        _folder.Write("plain.html.gz", Page);
        byte[] whole = File.ReadAllBytes(_folder.WriteCompressed("cut.html.gz", Page));
        File.WriteAllBytes(_folder.PathOf("cut.html.gz"), whole[..(whole.Length / 2)]);
        string items = _folder.Write("items.jsonl", JsonSerializer.Serialize(new { id = "a", path }));

        (int code, string _, string error) = EvaluationFolder.Run("predict", "extract", "--in", items, "--out", _folder.PathOf("out.jsonl"));

        Assert.Equal(1, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void Shingles_of_four_words_are_compared_as_often_as_they_occur()
    {
        string gold = _folder.Write("gold.jsonl", """{"id":"a","articleBody":"one two three four five"}""", """{"id":"b","articleBody":"six"}""");
        string pred = _folder.Write("pred.jsonl", """{"id":"a","text":"one two three four, one two three four"}""", """{"id":"b","text":null}""");

        // Five shingles found, one of them right and once too often; two wanted. The page without text has no precision.
        Assert.Equal(
            ["shingle-f1 0.2222", "shingle-precision 0.2000", "shingle-recall 0.2500", "shingle-accuracy 0.0000"],
            EvaluationFolder.Score("extract", gold, pred));
    }

    [Fact]
    public void Segments_are_pooled_over_pages_whatever_their_white_space()
    {
        string gold = _folder.Write(
            "gold.jsonl",
            """{"id":"a","with":["dam broke","nobody was hurt"],"without":["Cookies","Imprint"]}""",
            """{"id":"b","with":["it rained"],"without":null}""");
        string pred = _folder.Write("pred.jsonl", """{"id":"b","text":"Then it\n\nrained."}""", """{"id":"a","text":"The dam broke. Cookies"}""");

        Assert.Equal(
            ["segment-f1 0.6667", "segment-precision 0.6667", "segment-recall 0.6667", "segment-accuracy 0.6000"],
            EvaluationFolder.Score("extract", gold, pred));
    }

    [Fact]
    public void Gold_that_says_nothing_is_a_mistake()
    {
        string gold = _folder.Write("gold.jsonl", """{"id":"a","articleBody":null}"""), pred = _folder.Write("pred.jsonl", """{"id":"a","text":"x"}""");

        (int code, string _, string error) = EvaluationFolder.Run("score", "extract", "--gold", gold, "--pred", pred);

        Assert.Equal(1, code);
        Assert.Contains("says what is right", error, StringComparison.Ordinal);
    }
}
