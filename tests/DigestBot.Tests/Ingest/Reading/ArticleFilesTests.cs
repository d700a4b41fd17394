using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using DigestBot.Ingest;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Articles from files of every kind, and what is said of files that are none.</summary>
public sealed class ArticleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_text_file_has_its_title_on_the_first_line()
    {
        string path = Write("dam.txt", "Dam breaks\r\n\r\nIt broke at dawn,\r\nsaid the mayor.\r\n\r\nNobody was hurt.\r\n");

        IncomingArticle article = await ReadOneAsync(path);

        Assert.Equal("Dam breaks", article.Title);
        Assert.Equal("It broke at dawn, said the mayor.\n\nNobody was hurt.", article.Text);
        Assert.Equal(new Uri(path).AbsoluteUri, article.Url);
    }

    [Fact]
    public async Task A_text_file_without_a_title_is_all_text()
    {
        IncomingArticle article = await ReadOneAsync(Write("dam.txt", "It broke at dawn.\nNobody was hurt."));

        Assert.Null(article.Title);
        Assert.Equal("It broke at dawn. Nobody was hurt.", article.Text);
    }

    [Fact]
    public async Task Markdown_is_reduced_to_the_text_that_people_read()
    {
        IncomingArticle article = await ReadOneAsync(Write("dam.md", """
            ---
            title: "Dam breaks"
            date: 2026-03-03
            url: https://news.example/dam
            ---
            # Ignored as a second title

            It **broke** at _dawn_, [the mayor](https://x.example/m) said; 5 * 3 snake_case.

            - One
            - Two

            ![a picture](x.png)
            ```
            code
            ```
            > Quoted
            """));

        Assert.Equal("Dam breaks", article.Title);
        Assert.Equal("https://news.example/dam", article.Url);
        Assert.Equal(3, article.Published!.Value.Day);
        Assert.Equal("It broke at dawn, the mayor said; 5 * 3 snake_case.\n\nOne\n\nTwo\n\nQuoted", article.Text);
    }

    [Fact]
    public async Task A_json_file_holds_one_article_an_array_or_a_feed()
    {
        Write("1.json", """{"title":"One","text":"First."}""");
        Write("2.json", """[{"text":"Second.","url":"https://n.example/2"},{"title":"no text"}]""");
        Write("3.json", """{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"3","content_text":"Third."}],"home_page_url":"https://n.example"}""");

        List<ReadResult> results = await ReadAsync(_folder);

        Assert.Equal(["First.", "Second.", "Third."], results.Where(result => result.Article is not null).Select(result => result.Article!.Text));
        IngestFailure failure = Assert.Single(results, result => result.Failure is not null).Failure!;
        Assert.EndsWith("2.json, item 2", failure.What, StringComparison.Ordinal);
        Assert.Equal("The article has no text; put it into \"text\".", failure.Why);
    }

    [Fact]
    public async Task A_bad_line_is_one_failure_with_its_number_and_the_rest_goes_on()
    {
        string path = Write("news.jsonl", "\uFEFF" + """
            {"url":"https://n.example/1","title":"One","text":"First.","published":"2026-03-03T09:00:00Z","extra":[1]}
            {"url":"https://n.example/2","text":

            {"text":5}
            {"url":"javascript:x","text":"No."}
            {"text":"\ud83dLast.","language":null,"\ud83d":"\uDC00"}
            """);

        List<ReadResult> results = await ReadAsync(path);

        Assert.Equal(["First.", "Last."], results.Where(result => result.Article is not null).Select(result => result.Article!.Text));
        Assert.Equal(
            [(2, "The line is not valid JSON, or it is nested too deeply."), (4, "\"text\" must be a string."), (5, "\"url\" must be an absolute http or https address.")],
            results.Where(result => result.Failure is not null).Select(result => (int.Parse(result.Failure!.What[^1..], System.Globalization.CultureInfo.InvariantCulture), result.Failure.Why)));
        Assert.True(results.Sum(result => result.BytesRead) <= ArticleFiles.CountBytes(path));
    }

    [Fact]
    public async Task A_line_nested_a_million_deep_is_one_failure()
    {
        string path = Write("deep.jsonl", new string('[', 1_000_000) + "\n{\"text\":\"Fine.\"}\n");

        List<ReadResult> results = await ReadAsync(path);

        Assert.NotNull(results[0].Failure);
        Assert.Equal("Fine.", results[1].Article!.Text);
    }

    [Fact]
    public async Task A_line_without_an_end_is_left_out_in_bounded_memory()
    {
        string path = Write("long.jsonl", new string('x', LineReader.MaxLength + 100_000) + "\n{\"text\":\"Fine.\"}");

        List<ReadResult> results = await ReadAsync(path);

        Assert.EndsWith("line 1", Assert.Single(results, result => result.Failure is not null).Failure!.What, StringComparison.Ordinal);
        Assert.Equal("Fine.", results[1].Article!.Text);
    }

    [Fact]
    public async Task A_truncated_gzip_is_what_could_be_read_and_one_clear_failure()
    {
        string lines = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"text\":\"Sentence {i} {Guid.NewGuid()}.\"}}\n"));
        byte[] whole = Compress(lines);
        string path = Path.Combine(_folder, "cut.jsonl.gz");
        await File.WriteAllBytesAsync(path, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);

        List<ReadResult> results = await ReadAsync(path);

        Assert.InRange(results.Count(result => result.Article is not null), 1000, 4000);
        Assert.Contains("cut off", Assert.Single(results, result => result.Failure is not null).Failure!.Why, StringComparison.Ordinal);
        Assert.Equal(ArticleFiles.CountBytes(path), results.Sum(result => result.BytesRead));
    }

    [Fact]
    public async Task A_whole_gzip_is_read_like_the_file_in_it()
    {
        string path = Path.Combine(_folder, "a.txt.gz");
        await File.WriteAllBytesAsync(path, Compress("Title\n\nText."), TestContext.Current.CancellationToken);

        Assert.Equal("Text.", (await ReadOneAsync(path)).Text);
    }

    [Theory]
    [InlineData("not.json.gz", "plain", "This is not a gzip file, although its name ends in .gz.")]
    [InlineData("empty.txt", "", "There is no text in it.")]
    [InlineData("title.txt", " \n \n", "There is no text in it.")]
    [InlineData("binary.txt", "PNG\0\u0001\u0002", "This is not a text file.")]
    [InlineData("bad.json", "{", "This is not valid JSON, or it is nested too deeply.")]
    [InlineData("what.docx", "x", "This kind of file is not known; articles are read from " + ArticleFile.Known + ".")]
    [InlineData("page.xml", "<html><body>x</body></html>", "This is a web page, not a feed; it names no feed either, so look for the feed's address on the site.")]
    public async Task What_cannot_be_read_is_one_clear_sentence(string name, string content, string why)
    {
        string path = Write(name, content);

        ReadResult result = Assert.Single(await ReadAsync(path));

        Assert.Equal(new IngestFailure(path, why), result.Failure);
    }

    [Fact]
    public async Task A_missing_file_is_one_clear_sentence()
    {
        string path = Path.Combine(_folder, "nowhere.txt");

        Assert.Equal(new IngestFailure(path, "There is no such file or folder; check the path."), Assert.Single(await ReadAsync(path)).Failure);
    }

    [Fact]
    public async Task A_folder_is_read_by_name_and_unknown_files_are_passed_over()
    {
        Write("b.txt", "B\n\nText b.");
        Write("a/z.txt", "Z\n\nText z.");
        Write("A.txt", "A\n\nText a.");
        Write("picture.png", "x");

        Assert.Equal(["A", "B", "Z"], (await ReadAsync(_folder)).Select(result => result.Article?.Title));
    }

    [Fact]
    public async Task A_loop_of_links_is_walked_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        Write("in/a.txt", "A\n\nText a.");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in", "loop"), _folder);

        Assert.Single(await ReadAsync(_folder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_without_rights_is_one_failure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Rights do not bind this user.");
        string closed = Directory.CreateDirectory(Path.Combine(_folder, "closed")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.None);
        Write("a.txt", "A\n\nText a.");

        List<ReadResult> results = await ReadAsync(_folder);
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(new IngestFailure(closed, "It may not be read by this user; grant read access and try again."), Assert.Single(results, result => result.Failure is not null).Failure);
        Assert.Single(results, result => result.Article is not null);
    }

    [Fact]
    public async Task A_feed_file_gives_an_article_for_each_entry_and_a_subscription_list_gives_itself()
    {
        Write("feed.rss", "<rss><channel><title>F</title><item><title>Only a headline</title></item><item><description>Text.</description></item></channel></rss>");
        Write("subs.opml", "<opml><body><outline xmlUrl='https://n.example/f'/></body></opml>");

        List<ReadResult> results = await ReadAsync(_folder);

        Assert.Equal(["Only a headline", "Text."], results.Take(2).Select(result => result.Article!.Text));
        Assert.All(results.Take(2), result => Assert.Equal("F", result.Article!.Source));
        Assert.Single(results[2].Opml!.Feeds);
    }

    [Fact]
    public async Task A_saved_page_keeps_the_address_that_it_calls_its_own()
    {
        string words = string.Concat(Enumerable.Repeat("The river rose through the night, officials said. ", 20));

        IncomingArticle article = await ReadOneAsync(Write("dam.html", $"<html><head><link rel=canonical href=https://n.example/dam><title>Dam</title></head><body><article><p>{words}</p></article></body></html>"));

        Assert.Equal("https://n.example/dam", article.Url);
        Assert.Equal(words.Trim(), article.Text);
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        string path = Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"x\"}\n", 100_000)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ReadResult _ in ArticleFiles.ReadAsync(path, source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    private static byte[] Compress(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static async Task<IncomingArticle> ReadOneAsync(string path)
    {
        ReadResult result = Assert.Single(await ReadAsync(path));
        Assert.Null(result.Failure);
        return result.Article!;
    }

    private static async Task<List<ReadResult>> ReadAsync(string path)
    {
        var results = new List<ReadResult>();
        await foreach (ReadResult result in ArticleFiles.ReadAsync(path, TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        return results;
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
