using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Ingest.Reading;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Adapters.Teams;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Reading;
using Reply = DigestBot.Commands.Reply;

namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>Hostile HTML from the wire, through the store, to every screen: nothing of it acts, and what was hidden is not shown.</summary>
public sealed partial class HostileNewsTests
{
    private const string Prose = "The river rose through the night, and by morning the lower town stood under a metre of water, officials said. ";

    private static readonly Uri Page = new("https://news.example/2026/dam");

    [Fact]
    public async Task Nothing_of_a_hostile_feed_or_page_is_active_in_the_store_or_on_any_screen()
    {
        IncomingArticle[] incoming =
        [
            .. HostileMarkup.Fragments.Concat(HostileMarkup.Texts).SelectMany(Everywhere),
            .. HostileMarkup.Addresses.SelectMany(address => FromFeeds("Dam", "By Ann", Prose, address)),
        ];

        IReadOnlyList<Article> stored = await StoreAsync(incoming);

        Assert.True(stored.Count > HostileMarkup.Fragments.Count * 5, $"only {stored.Count} articles");
        Assert.All(stored, article =>
        {
            // A headline may be about markup ("What <embed> is for"): there, tags that no headline has stay as text.
            Assert.DoesNotContain("EVIL", $"{article.Text} {article.Url} {article.Source}", StringComparison.Ordinal);
            Assert.Contains("metre of water", article.Text, StringComparison.Ordinal);
            IsInert(article);
        });
    }

    [Fact]
    public async Task Nothing_of_the_payloads_of_others_is_active_in_the_store_or_on_any_screen()
    {
        string[] payloads = [.. Corpora.Lines("dompurify-payloads.jsonl.gz")
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!)];

        IReadOnlyList<Article> stored = await StoreAsync([.. payloads.SelectMany(payload => Everywhere(payload).Concat(FromFeeds("Dam", "Ann", payload, payload)))]);

        Assert.True(stored.Count > payloads.Length, $"only {stored.Count} articles");
        Assert.All(stored, IsInert);
    }

    private static IEnumerable<IncomingArticle> Everywhere(string payload) =>
        FromFeeds($"Dam {payload}", $"Ann {payload}", $"<p>{Prose}</p>{payload}<p>{Prose}</p>", null).Append(FromPage(payload));

    private static IEnumerable<IncomingArticle> FromFeeds(string title, string author, string body, string? address)
    {
        string id = Guid.NewGuid().ToString();
        string[] feeds =
        [
            $"""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{Escape(title)}</title><item>
            <guid isPermaLink="{(address is null ? "false" : "true")}">{Escape(address ?? $"{id}r")}</guid>{(address is null ? "" : $"<link>{Escape(address)}</link>")}
            <title>{Escape(title)}</title><dc:creator>{Escape(author)}</dc:creator><description><![CDATA[{body.Replace("]]>", "", StringComparison.Ordinal)}]]></description></item></channel></rss>
            """,
            $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">{Escape(title)}</title><entry><id>{id}a</id><title type="html">{Escape(title)}</title>
            <link href="{Escape(address ?? "/a")}"/><author><name>{Escape(author)}</name><uri>{Escape(address ?? "")}</uri></author><content type="html">{Escape(body)}</content></entry></feed>
            """,
            $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>{id}x</id><title type="xhtml"><div>{title}</div></title>
            <link href="{Escape(address ?? "/x")}"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>
            """,
            JsonSerializer.Serialize(new JsonObject
            {
                ["version"] = "https://jsonfeed.org/version/1.1",
                ["title"] = title,
                ["items"] = new JsonArray(new JsonObject
                {
                    ["id"] = $"{id}j",
                    ["url"] = WebUtility.HtmlDecode(address),
                    ["title"] = title,
                    ["content_html"] = body,
                    ["authors"] = new JsonArray(new JsonObject { ["name"] = author }),
                }),
            }),
        ];
        return feeds.SelectMany(feed => FeedArticles.From(FeedReader.Read(Encoding.UTF8.GetBytes(feed), null, Page)));
    }

    private static IncomingArticle FromPage(string payload)
    {
        string html = $"""
            <html><head><title>Dam</title><meta name="author" content="{Escape(payload)}"><link rel="canonical" href="javascript:EVIL()">
            <meta property="og:site_name" content="The Daily"></head><body><article><h1>Dam</h1><p>{Prose}</p>{payload}<p>{Prose}</p><p>{Prose}{Prose}</p></article></body></html>
            """;
        WebPage page = WebPageReader.Read(html, Page);
        return PageArticle.From(page) with { Url = page.CanonicalUrl?.AbsoluteUri ?? Page.AbsoluteUri, Guid = Guid.NewGuid().ToString(), Byline = null };
    }

    private static async Task<IReadOnlyList<Article>> StoreAsync(IncomingArticle[] incoming)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: cancel);
        Source source = await bot.Get<SourceStore>().AddAsync( // taken at its word: as items of a feed most would be one article
            bot.Operator, new NewSource("at:f", SourceKind.Import, "The Daily", "https://news.example/feed", null), cancel);
        await bot.Get<ArticleIntake>().StoreAsync([.. incoming.Select(article => (source, article))], null, cancel);
        ArticleStore articles = bot.Get<ArticleStore>();
        IReadOnlyList<ArticleHead> heads = await articles.NewestAsync(
            bot.Operator, NewsWindow.Until(bot.Clock.GetUtcNow().AddDays(1)), incoming.Length, cancel);
        return await articles.ReadAsync(bot.Operator, [.. heads.Select(head => head.Id)], cancel);
    }

    private static void IsInert(Article article)
    {
        Assert.DoesNotMatch(Disguise(), $"{article.Title} {article.Byline} {article.Source} {article.Url}");
        Assert.DoesNotMatch(Disguise(), article.Text.Replace('\n', ' '));
        Assert.Matches("^https?://", article.Url);
        Reader reader = SampleReplies.In("en");
        Digest digest = SampleReplies.Digest(article.Title, article.Byline ?? article.Source, article.Url, article.Text[..Math.Min(600, article.Text.Length)]);
        IsInertInHtml(HtmlLayout.Render(digest, reader));
        Assert.DoesNotMatch(MarkdownLink(), OurLink().Replace(MarkdownLayout.Render(digest, reader), "]"));
        IsInertInATerminal(digest, reader);
        IsInertInDiscord(digest, reader);
        IsInertInTeams(digest, reader);
    }

    private static void IsInertInHtml(string html)
    {
        IDocument page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, form, img, svg, math, base, link, body style, [srcdoc]"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute =>
        {
            Assert.DoesNotMatch("^(on.*|style|src|action|formaction|background|xlink:href)$", attribute.Name);
            Assert.True(attribute.Name != "href" || attribute.Value.StartsWith("http", StringComparison.Ordinal), attribute.Value);
        });
    }

    private static void IsInertInATerminal(Digest digest, Reader reader)
    {
        var terminal = new FakeTerminal();
        new TerminalPrinter(terminal).Print(TextLayout.Lay(new Reply.OfDigest(digest), reader), reader.Phrases);
        Assert.DoesNotMatch(Control(), terminal.Printed);
    }

    private static void IsInertInDiscord(Digest digest, Reader reader) =>
        Assert.All(DiscordLayout.Lay(new DigestPost(digest, SampleReplies.Noon, Late: false), reader), part =>
        {
            Assert.Null(part.Content);
            Assert.DoesNotMatch(DiscordMarkup(), OurLink().Replace(part.Embeds![0].Description!, "]"));
            Assert.DoesNotMatch(Control(), part.Embeds![0].Description);
        });

    private static void IsInertInTeams(Digest digest, Reader reader) =>
        Assert.All(TeamsLayout.Lay(new DigestPost(digest, SampleReplies.Noon, Late: false), reader), part =>
        {
            JsonNode card = JsonNode.Parse(part.Attachments![0].Content!.Value.GetRawText())!;
            Assert.DoesNotMatch("\"(TextBlock|Image|Media|mention)\"", card.ToJsonString());
            Assert.DoesNotMatch("\"url\":\"(?!https?://)", card.ToJsonString());
            Assert.All(CardReading.Runs(card), run => Assert.DoesNotContain("{{", run["text"]!.ToString(), StringComparison.Ordinal));
        });

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]")]
    private static partial Regex Disguise();

    [GeneratedRegex(@"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]")]
    private static partial Regex Control();

    [GeneratedRegex(@"\]\(<https?://[^<>]*>\)")]
    private static partial Regex OurLink();

    [GeneratedRegex(@"(?<!\\)\]\(|(?<!\\)[<>](?<!(^|\n)>(?= ))|(?<!\\)!\[")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"(?<!\\)\]\(|(?<!\\)<(?!t:[0-9]+:[tfR]>)|(?<!\\)@")]
    private static partial Regex DiscordMarkup();
}
