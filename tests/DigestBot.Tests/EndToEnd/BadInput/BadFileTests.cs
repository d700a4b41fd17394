using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>Files that cannot be read, or hardly: each is one clear sentence, and the rest goes on.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly BotTerminal _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_missing_file_is_one_clear_failure() => Assert.Equal(
        "Not read: /no/such/file.txt: There is no such file or folder; check the path.",
        (await _bot.RunAsync("ingest", "/no/such/file.txt")).Failed());

    [Fact]
    public async Task A_file_of_an_unknown_kind_is_one_clear_failure() => Assert.Contains(
        "This kind of file is not known",
        (await _bot.RunAsync("ingest", _bot.Folder.Write("a.exe", "MZ"))).Failed(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.xml")]
    [InlineData("a.json")]
    public async Task A_binary_file_is_one_clear_failure(string name)
    {
        byte[] bytes = new byte[50_000];
        new Random(7).NextBytes(bytes);

        string sentence = (await _bot.RunAsync("ingest", _bot.Folder.Write(name, bytes))).Failed();

        Assert.EndsWith("This is not a text file.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_file_of_lines_fails_and_stores_nothing()
    {
        byte[] bytes = new byte[50_000];
        new Random(7).NextBytes(bytes);

        JsonElement report = (await _bot.RunAsync("ingest", _bot.Folder.Write("a.jsonl", bytes), "--json")).Document(exit: 1);

        JsonShape.Matches(Contract.Ingest, report);
        Assert.Equal(0, report.GetProperty("read").GetInt32());
    }

    [Fact]
    public async Task A_truncated_gzip_is_one_clear_failure_and_what_came_before_is_kept()
    {
        byte[] whole = Gzip(string.Join('\n', Enumerable.Range(0, 2000).Select(i => Line(i, $"Article {i} reports number {i * 7919} of the day."))));

        BotRun run = await _bot.RunAsync("ingest", _bot.Folder.Write("a.jsonl.gz", whole[..(whole.Length / 2)]), "--json");

        JsonElement report = run.Document(exit: 1);
        Assert.InRange(report.GetProperty("new").GetInt32(), 100, 1999);
        Assert.Contains("cut off", run.Failed(), StringComparison.Ordinal);
        Assert.Equal(1, report.GetProperty("failed").GetArrayLength());
    }

    [Theory]
    [InlineData("a.txt.gz")]
    [InlineData("a.xml.gz")]
    [InlineData("a.jsonl.gz")]
    public async Task What_is_only_named_like_an_archive_is_one_clear_failure(string name) => Assert.Contains(
        "This is not a gzip file", (await _bot.RunAsync("ingest", _bot.Folder.Write(name, "plain text"))).Failed(), StringComparison.Ordinal);

    [Fact]
    public async Task A_billion_laughs_are_not_laughed()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i <= 9; i++)
        {
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">");
        }

        xml.Append("]><rss version=\"2.0\"><channel><title>&lol9;</title><item><title>&lol9;</title><description>&lol9;</description></item></channel></rss>");

        BotRun run = await _bot.RunAsync("ingest", _bot.Folder.Write("laughs.xml", xml.ToString()));

        Assert.InRange(run.Exit, 0, 1);
        Assert.True(run.Out.Length + run.Error.Length < 2000, "A sentence, not the laughs.");
        BotRun found = await _bot.RunAsync("search", "lol", "--space", "discord:1", "--json");
        Assert.True(found.Out.Length < 5000);
    }

    [Theory]
    [InlineData("nested.html")]
    [InlineData("nested.xml")]
    public async Task A_megabyte_of_nested_elements_is_one_clear_failure(string name) =>
        (await _bot.RunAsync("ingest", _bot.Folder.Write(name, string.Concat(Enumerable.Repeat("<div>", 200_000))))).Failed();

    [Fact]
    public async Task A_document_of_nested_lists_is_one_clear_failure() =>
        (await _bot.RunAsync("ingest", _bot.Folder.Write("nested.json", new string('[', 1_000_000)))).Failed();

    [Fact]
    public async Task A_feed_without_dates_or_ids_is_stored_once_however_often_it_is_read()
    {
        string feed = _bot.Folder.Write("feed.xml", """
            <rss version="0.91"><channel><title>Plain Feed</title>
            <item><title>First thing</title><description>The first thing happened in the town hall.</description></item>
            <item><title>Second thing</title><description>The second thing happened in the harbour.</description></item>
            </channel></rss>
            """);

        JsonElement first = (await _bot.RunAsync("ingest", feed, "--json")).Json;
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        JsonElement again = (await _bot.RunAsync("ingest", feed, "--json")).Json;

        Assert.Equal(2, first.GetProperty("new").GetInt32());
        Assert.Equal((0, 2), (again.GetProperty("new").GetInt32(), again.GetProperty("duplicates").GetInt32()));
        Assert.Contains("Plain Feed", (await _bot.RunAsync("digest", "--since", "7d")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_of_ten_thousand_characters_is_stored_and_quoted_whole_or_not_at_all()
    {
        string sentence = "The council of Vesterby " + string.Join(' ', Enumerable.Range(0, 1400).Select(i => $"word{i}")) + " decided.";
        (await _bot.RunAsync("ingest", _bot.Folder.Write("long.txt", $"Long sentence\n\n{sentence}\n\nThe meeting in Vesterby ended at noon."))).Done();

        JsonElement digest = (await _bot.RunAsync("digest", "Vesterby", "--json")).Json;
        (await _bot.RunAsync("ask", "What did the council of Vesterby decide?")).Done();
        (await _bot.RunAsync("search", "council")).Done();

        string[] quotes = [.. digest.GetProperty("stories")[0].GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("text").GetString()!)];
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Contains(quote, (string[])[sentence, "The meeting in Vesterby ended at noon."]));
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.txt", "  \n \n ")]
    [InlineData("a.md", "")]
    [InlineData("a.html", "<html><body></body></html>")]
    [InlineData("a.xml", "")]
    [InlineData("a.json", "{}")]
    [InlineData("a.jsonl", """{"title":"Only a title","text":""}""")]
    public async Task An_empty_article_is_one_clear_failure(string name, string content)
    {
        (await _bot.RunAsync("ingest", _bot.Folder.Write(name, content))).Failed();

        await using var store = _bot.Folder.Open();
        await StoreAudit.IsSoundAsync(store);
    }

    [Fact]
    public async Task A_date_in_the_future_counts_as_now()
    {
        string file = _bot.Folder.Write("a.jsonl", Line(1, "The mayor opened the bridge of tomorrow.", "2199-01-01T00:00:00Z"));
        (await _bot.RunAsync("ingest", file)).Done();

        JsonElement today = (await _bot.RunAsync("digest", "bridge", "--json")).Json;

        JsonElement quote = today.GetProperty("stories")[0].GetProperty("quotes")[0];
        Assert.Equal("2026-03-01T07:00:00Z", quote.GetProperty("article").GetProperty("published").GetString());
    }

    [Fact]
    public async Task Bad_lines_are_named_by_their_number_and_the_good_ones_are_stored()
    {
        string file = _bot.Folder.Write("a.jsonl", $"{Line(1, "The first good line.")}\n{{broken\n\n[1,2]\n{Line(2, "The second good line.")}\n");

        BotRun run = await _bot.RunAsync("ingest", file, "--json");

        JsonElement report = run.Json;
        Assert.Equal(2, report.GetProperty("new").GetInt32());
        Assert.Equal([$"{file}, line 2", $"{file}, line 4"], report.GetProperty("failed").EnumerateArray().Select(failure => failure.GetProperty("what").GetString()));
    }

    [Fact]
    public async Task One_bad_file_does_not_stop_a_folder()
    {
        _bot.Folder.Write("news/a.txt", "Good\n\nThe good article is stored.");
        _bot.Folder.Write("news/b.txt", "");
        _bot.Folder.Write("news/c.xml", "<rss");
        _bot.Folder.Write("news/d.bin", "ignored");

        JsonElement report = (await _bot.RunAsync("ingest", _bot.Folder.In("news"), "--json")).Json;

        Assert.Equal(1, report.GetProperty("new").GetInt32());
        Assert.Equal(2, report.GetProperty("failed").GetArrayLength());
    }

    private static string Line(int number, string text, string published = "2026-02-28T12:00:00Z") => JsonSerializer.Serialize(
        new { url = $"https://news.example/{number}", title = $"Title {number}", text, published, source = "Wire" });

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
