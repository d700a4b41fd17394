using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>The article in a page, and nothing else of it.</summary>
public sealed class WebPageReaderTests
{
    private const string Long = "The river rose through the night, and by morning the lower town stood under a metre of water, officials said. ";

    private static readonly Uri Address = new("https://news.example/2026/dam?utm=1");

    [Fact]
    public void The_article_comes_without_captions_bylines_related_links_and_navigation()
    {
        WebPage page = WebPageReader.Read($"""
            <html lang="en"><head><title>Dam breaks - The Daily</title><meta property="og:site_name" content="The Daily">
            <link rel="canonical" href="/2026/dam"><meta property="article:published_time" content="2026-03-03T09:00:00Z"><meta name="author" content="By Ada Ray"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Dam breaks</h1><p class="byline">By Ada Ray</p>
            <figure><img src="x.jpg"><figcaption>A caption nobody asked for</figcaption></figure>
            <p>{Long}</p><p>{Long}Second.</p><div class="related-stories"><p>Another story entirely</p></div>
            <p><a href="/x">Ten things about dams</a></p><p>{Long}Third.</p><p>Read more: the bridge</p></article>
            <footer>Imprint</footer></body></html>
            """, Address);

        Assert.Empty(page.Problems);
        Assert.Equal("Dam breaks", page.Title);
        Assert.Equal("Ada Ray", page.Byline);
        Assert.Equal("The Daily", page.SiteName);
        Assert.Equal("en", page.Language);
        Assert.Equal(new Uri("https://news.example/2026/dam"), page.CanonicalUrl);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal($"{Long.Trim()}\n\n{Long}Second.\n\n{Long}Third.", page.Text);
    }

    [Theory]
    [InlineData("div class='comments'")]
    [InlineData("footer")]
    [InlineData("aside")]
    public void What_is_longer_than_the_article_is_not_taken_for_it(string tag)
    {
        WebPage page = WebPageReader.Read(
            $"<body><div><h1>Dam</h1><p>{Long}{Long}First.</p><p>{Long}{Long}Second.</p><p>{Long}Third.</p></div>"
            + $"<{tag}><p>{Long}{Long}{Long}Nonsense.</p><p>{Long}{Long}{Long}{Long}Nonsense.</p></{tag.Split(' ')[0]}></body>",
            Address);

        Assert.Equal($"{Long}{Long}First.\n\n{Long}{Long}Second.\n\n{Long}Third.", page.Text);
    }

    [Fact]
    public void The_headline_is_no_part_of_the_text_wherever_it_stands()
    {
        WebPage page = WebPageReader.Read(
            $"<html><head><title>Dam breaks</title></head><body><div><p>{Long}</p><h2>Dam breaks</h2><h1>Dam breaks at night</h1><p>{Long}Second.</p></div></body></html>",
            Address);

        Assert.Equal($"{Long.Trim()}\n\n{Long}Second.", page.Text);
    }

    [Fact]
    public void A_page_whose_every_part_could_be_the_article_is_left_to_another_judge()
    {
        string column = $"<p>{Long}{Long}</p><p>{Long}</p>";
        string menu = string.Concat(Enumerable.Repeat("<ul><li><a href='/x'>Elsewhere on this site today</a></li></ul>", 40));

        Assert.Null(MainPart.Find(PageParser.Parse($"<div>{column}</div>{menu}<div>{column}</div>")));
        Assert.Null(MainPart.Find(PageParser.Parse(menu)));
        Assert.NotNull(MainPart.Find(PageParser.Parse($"<div>{column}</div>{menu}")));
    }

    [Fact]
    public void A_part_named_after_something_else_is_the_article_where_there_is_no_other() => Assert.Contains(
        "Second.",
        WebPageReader.Read($"<div class='has-sidebar social'><div class='related'><p>{Long}</p><p>{Long}Second.</p></div></div>", Address).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta property='article:content_tier' content='Metered'>", true)]
    [InlineData("<meta property='article:content_tier' content='free'>", false)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>", true)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}</script>", false)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"hasPart\":[{},{\"isAccessibleForFree\":\"https://schema.org/False\"}]}</script>", true)]
    public void A_page_says_itself_whether_it_is_free_to_read(string head, bool isPaywalled) => Assert.Equal(
        isPaywalled, WebPageReader.Read($"<html><head>{head}</head><body><p>{Long}</p><p>{Long}Second.</p></body></html>", Address).IsPaywalled);

    [Theory]
    [InlineData("/dam.jpg", "https://news.example/dam.jpg")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:image/png;base64,AAAA", null)]
    [InlineData("file:///etc/passwd", null)]
    public void A_lead_image_is_an_address_on_the_web_or_none(string written, string? image) => Assert.Equal(
        image, WebPageReader.Read($"<html><head><meta property='og:image' content='{written}'></head><body><p>{Long}</p></body></html>", Address).Image?.AbsoluteUri);

    [Theory]
    [InlineData("2026-03-04T10:00:00Z", true)]
    [InlineData("2026-03-03T09:00:00Z", false)]
    [InlineData("yesterday, perhaps", false)]
    public void A_change_is_told_only_if_it_came_after_publication(string modified, bool isTold) => Assert.Equal(
        isTold,
        WebPageReader.Read(
            $"<html><head><meta property='article:published_time' content='2026-03-03T09:00:00Z'><meta property='article:modified_time' content='{modified}'></head>"
            + $"<body><p>{Long}</p></body></html>",
            Address).Modified is not null);

    [Fact]
    public void Marks_where_a_word_may_be_broken_are_no_part_of_it()
    {
        WebPage page = WebPageReader.Read($"<article><h1>Dam</h1><p>{Long}</p><p>The con&shy;struc\u00adtion stopped. {Long}</p></article>", Address);

        Assert.Contains("The construction stopped.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_paragraphs_gives_the_lines_of_its_main_part()
    {
        WebPage page = WebPageReader.Read(
            "<nav><a href='/'>Home</a></nav><main><ul><li>The dam holds.<li>The bridge is closed.<li>Buses go round by Ely.</ul></main><footer>Imprint</footer>", Address);

        Assert.Equal("The dam holds.\n\nThe bridge is closed.\n\nBuses go round by Ely.", page.Text);
    }

    [Theory]
    [InlineData("author-box")]
    [InlineData("cookie-consent")]
    [InlineData("entry-meta")]
    [InlineData("star-rating")]
    public void Boxes_about_authors_cookies_and_ratings_are_left_out(string name)
    {
        WebPage page = WebPageReader.Read(
            $"<article><h1>Dam</h1><p>{Long}</p><p>{Long}Second.</p><div class='{name}'><p>Nothing of the news stands in here, dear reader.</p></div></article>", Address);

        Assert.Contains("Second.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dear reader", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standfirst_under_the_headline_belongs_to_the_text()
    {
        const string Standfirst = "Half of the lower town has been evacuated since Monday.";

        WebPage page = WebPageReader.Read($"""
            <html><head><meta name="description" content="{Standfirst} Read on."><meta property="og:description" content="{Standfirst}"></head>
            <body><header><h1>Dam</h1><p class="lead">{Standfirst}</p></header><div><article><p>{Long}{Long}</p><p>{Long}{Long}</p></article></div></body></html>
            """, Address);

        Assert.StartsWith(Standfirst + "\n\n", page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Text.IndexOf(Standfirst, StringComparison.Ordinal), page.Text.LastIndexOf(Standfirst, StringComparison.Ordinal));
    }

    [Fact]
    public void A_thin_page_falls_back_to_what_it_says_for_machines()
    {
        WebPage page = WebPageReader.Read($$"""
            <html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Dam","datePublished":"2026-03-03","author":[{"name":"Ada"}],"articleBody":"{{Long}}{{Long}}{{Long}}"}]}</script></head>
            <body><div id="app"></div></body></html>
            """, Address);

        Assert.Equal("Dam", page.Title);
        Assert.Equal("Ada", page.Byline);
        Assert.StartsWith("The river rose", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", "256 deep")]
    [InlineData("<b>", "256 deep")]
    [InlineData("<span>x", "256 deep")]
    public void A_megabyte_of_nesting_is_refused_with_a_sentence(string tag, string why)
    {
        WebPage page = WebPageReader.Read(string.Concat(Enumerable.Repeat(tag, 1_000_000 / tag.Length)), Address);

        Assert.Empty(page.Text);
        Assert.Contains(why, Assert.Single(page.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_that_only_the_parser_sees_is_refused_too()
    {
        WebPage page = WebPageReader.Read("<svg><style>" + string.Concat(Enumerable.Repeat("<g>", 100_000)), Address);

        Assert.Contains("256 deep", Assert.Single(page.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_that_every_block_repeats_is_refused_before_it_multiplies()
    {
        string open = string.Concat(Enumerable.Range(0, 200).Select(i => $"<b id={i}>"));

        WebPage page = WebPageReader.Read(open + string.Concat(Enumerable.Repeat("<p>x", 50_000)), Address);

        Assert.Single(page.Problems);
    }

    [Fact]
    public void An_endless_attribute_list_is_refused()
    {
        string attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i} "));

        Assert.Contains("attributes", Assert.Single(WebPageReader.Read($"<p {attributes}>x</p>", Address).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_elements_with_many_attributes_each_are_refused_like_one_with_all_of_them()
    {
        string attributes = string.Concat(Enumerable.Range(0, 1000).Select(i => $"a{i} "));
        string html = string.Concat(Enumerable.Repeat($"<i {attributes}></i>", 100));

        Assert.Contains("attributes", Assert.Single(WebPageReader.Read(html, Address).Problems), StringComparison.Ordinal);
        Assert.DoesNotContain(
            WebPageReader.Read(string.Concat(Enumerable.Repeat($"<p class=a id=b {attributes[..60]}>{Long}</p>", 2000)), Address).Problems,
            problem => problem.Contains("attributes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_full_of_angle_brackets_is_refused() => Assert.Contains(
        "more elements", Assert.Single(WebPageReader.Read(new string('<', 600_000), Address).Problems), StringComparison.Ordinal);

    [Fact]
    public void A_class_of_ten_thousand_characters_means_nothing()
    {
        string name = string.Concat(Enumerable.Repeat("a ", 6000)) + "related";

        WebPage page = WebPageReader.Read($"<article><h1>Dam</h1><p>{Long}</p><p>{Long}Second.</p><div class='{name}'><p>{Long}Third.</p></div></article>", Address);

        Assert.Contains("Third.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_wide_page_still_gives_its_paragraphs()
    {
        string wide = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<p>{i}: {Long}</p>"));

        WebPage page = WebPageReader.Read(wide, Address);

        Assert.StartsWith("0: The river rose", page.Text, StringComparison.Ordinal);
        Assert.Contains("9999: The river rose", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<span style='display: none'>unseen words</span>")]
    [InlineData("<p>Also <b style='visibility:hidden'>unseen words</b> here.</p>")]
    [InlineData("<p hidden>unseen words</p>")]
    [InlineData("<math><mi>unseen words</mi></math>")]
    public void What_nobody_sees_is_not_quoted(string html) => Assert.DoesNotContain(
        "unseen words", WebPageReader.Read($"<article><h1>Dam</h1><p>{Long}</p>{html}<p>{Long}Second.</p></article>", Address).Text, StringComparison.Ordinal);

    [Fact]
    public void An_article_that_waits_for_a_script_to_show_it_is_read() => Assert.Contains(
        "Second.", WebPageReader.Read($"<article style='display:none'><h1>Dam</h1><p>{Long}</p><p>{Long}Second.</p></article>", Address).Text, StringComparison.Ordinal);

    // A link that runs a script is none.
    [Theory]
    [InlineData("https://news.example/elsewhere", false)]
    [InlineData("javascript:void(0)", true)]
    public void A_paragraph_that_is_nothing_but_a_link_is_left_out(string target, bool isKept) => Assert.Equal(
        isKept,
        WebPageReader.Read(
            $"<article><h1>Dam</h1><p>{Long}</p><p>{Long}Second.</p><p><a href='{target}'>Everything else about the dam and its valley.</a></p></article>",
            Address).Text.Contains("Everything else", StringComparison.Ordinal));

    [Fact]
    public void A_page_without_an_article_says_so() =>
        Assert.StartsWith("No article was found", Assert.Single(WebPageReader.Read("<html><body></body></html>", Address).Problems), StringComparison.Ordinal);

    [Fact]
    public void A_sentence_of_ten_thousand_characters_is_kept_whole()
    {
        string sentence = string.Concat(Enumerable.Repeat("and the water rose, ", 500)) + "he said.";

        Assert.Contains(sentence, WebPageReader.Read($"<article><p>{sentence}</p><p>{Long}</p></article>", Address).Text, StringComparison.Ordinal);
    }
}
