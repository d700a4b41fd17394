using System.Text;
using System.Text.Json;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>The task feed on files beside their items.</summary>
[Collection("console")]
public sealed class FeedTaskTests : IDisposable
{
    private const string Feed =
        "<rss><channel><title>Nouvelles</title><link>https://n.example/</link>"
        + "<item><guid>1</guid><title>Été</title><link>https://n.example/1</link><pubDate>Tue, 03 Mar 2026 09:30:00 GMT</pubDate>"
        + "<description>Il pleut.</description></item><item><title>Hiver</title></item></channel></rss>";

    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_prediction_holds_every_member_even_if_the_feed_does_not()
    {
        _folder.WriteCompressed("feed.xml.gz", Feed);
        string items = _folder.Write("items.jsonl", """{"id":"f","path":"feed.xml.gz","headers":null}""");

        Assert.Equal(
            """
            {"id":"f","title":"Nouvelles","link":"https://n.example/","items":[
            {"id":"1","title":"Été","link":"https://n.example/1","published":"2026-03-03T09:30:00Z","summary":"Il pleut."},
            {"id":null,"title":"Hiver","link":null,"published":null,"summary":null}],"problems":[]}
            """.ReplaceLineEndings(string.Empty),
            Assert.Single(_folder.Predict("feed", items)).GetRawText());
    }

    [Fact]
    public void Headers_tell_the_charset_and_the_address()
    {
        File.WriteAllBytes(_folder.PathOf("feed.xml"), Encoding.Latin1.GetBytes(Feed.Replace("https://n.example/1", "1", StringComparison.Ordinal)));
        string items = _folder.Write(
            "items.jsonl", """{"id":"f","path":"feed.xml","headers":{"ETag":7,"content-type":"text/xml; charset=iso-8859-1","Content-Location":"https://m.example/"}}""");

        JsonElement entry = _folder.Predict("feed", items)[0].GetProperty("items")[0];

        Assert.Equal("Été", entry.GetProperty("title").GetString());
        Assert.Equal("https://m.example/1", entry.GetProperty("link").GetString());
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("[\"Content-Type\"]")]
    [InlineData("{\"Content-Type\":null}")]
    [InlineData("{\"Content-Type\":[\"text/xml\"]}")]
    public void Headers_of_another_kind_are_no_headers(string headers)
    {
        _folder.Write("feed.xml", Feed);
        string items = _folder.Write("items.jsonl", $$"""{"id":"f","path":"feed.xml","headers":{{headers}}}""");

        Assert.Equal("Nouvelles", _folder.Predict("feed", items)[0].GetProperty("title").GetString());
    }

    [Fact]
    public void Bytes_that_are_no_feed_are_predicted_with_their_problem()
    {
        _folder.Write("feed.xml", "<html><body>404</body></html>");
        JsonElement prediction = _folder.Predict("feed", _folder.Write("items.jsonl", """{"id":"f","path":"feed.xml"}"""))[0];

        Assert.Equal(0, prediction.GetProperty("items").GetArrayLength());
        Assert.NotEqual(0, prediction.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public void Fields_agree_where_the_reference_has_a_value()
    {
        string gold = _folder.Write(
            "gold.jsonl",
            """{"id":"f","title":"<b>Nouvelles</b>","items":[{"id":1,"published":1772530200.5},{"title":"Hiver","published":"2026-03-03T10:30:00+01:00"}]}""",
            """{"id":"g","title":null,"link":"https://n.example","items":null}""");
        string pred = _folder.Write(
            "pred.jsonl",
            """{"id":"f","title":"Nouvelles","link":"x","items":[{"id":"1","title":"Été","published":"2026-03-03T09:30:00Z"},{"id":null,"title":"Été"}]}""",
            """{"id":"g","title":"x","link":"https://n.example/","items":[]}""");

        Assert.Equal(
            ["count 1.0000", "feed.title 1.0000", "feed.link 1.0000", "id 1.0000", "title 0.0000", "published 0.5000"],
            EvaluationFolder.Score("feed", gold, pred));
    }
}
