using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DigestBot.Adapters;

namespace DigestBot.Tests.Adapters;

/// <summary>The page that a digest makes.</summary>
public sealed class HtmlLayoutTests
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("ar", "rtl")]
    public void A_page_says_its_language_and_direction(string language, string direction)
    {
        IElement page = Parse(HtmlLayout.Render(SampleReplies.Digest(), SampleReplies.In(language)));

        Assert.Equal(language, page.GetAttribute("lang"));
        Assert.Equal(direction, page.GetAttribute("dir"));
    }

    [Fact]
    public void A_page_needs_nothing_from_anywhere()
    {
        IElement page = Parse(HtmlLayout.Render(SampleReplies.Digest(), SampleReplies.In("en")));

        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, form, [src], [onclick]"));
        Assert.Contains(
            "default-src 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_quote_is_the_sentence_and_names_its_article()
    {
        IElement page = Parse(HtmlLayout.Render(SampleReplies.Digest(), SampleReplies.In("en")));

        Assert.Equal(
            [SampleReplies.First, SampleReplies.Second, SampleReplies.Second, "Crude flows."],
            page.QuerySelectorAll("q").Select(quote => quote.TextContent));
        Assert.Equal("https://herald.example/iraq-vote", page.QuerySelector("blockquote")!.GetAttribute("cite"));
        Assert.Equal("2020-01-05T16:00:00Z", page.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public void An_answer_is_a_page_too()
    {
        IElement page = Parse(HtmlLayout.Render(SampleReplies.NotAnswered(), SampleReplies.In("en")));

        Assert.Equal("Who won the cup?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([SampleReplies.Second], page.QuerySelectorAll("q").Select(quote => quote.TextContent));
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument(html).DocumentElement;
}
