using CsCheck;
using DigestBot.Ingest;

namespace DigestBot.Tests.Ingest;

/// <summary>What of a source's address people may see.</summary>
public sealed class FeedAddressTests
{
    [Theory]
    [InlineData("https://news.example/feed.xml", "https://news.example/feed.xml")]
    [InlineData("https://news.example/?feed=rss2&cat=world", "https://news.example/?feed=…&cat=…")]
    [InlineData("https://ann:pa55@news.example:8443/feed", "https://news.example:8443/feed")]
    [InlineData("https://news.example/feed?api_key=abc&n=5", "https://news.example/feed?api_key=…&n=…")]
    [InlineData("https://news.example/feed?TOKEN=x#part", "https://news.example/feed?TOKEN=…")]
    [InlineData("https://news.example/feed?id=9f86d081884c7d659a2feaa0", "https://news.example/feed?id=…")]
    [InlineData("https://news.example/feed?9f86d081884c7d659a2feaa0", "https://news.example/feed?…")]
    [InlineData("https://news.example/feed?q=prime+minister+2024+budget", "https://news.example/feed?q=…")]
    [InlineData("https://news.example/feed?9f86d081884c7d659a2feaa0=1", "https://news.example/feed?…")]
    [InlineData("https://news.example/feed?flag=&n=1", "https://news.example/feed?flag=&n=…")]
    [InlineData("https://news.example/private/9f86d081884c7d659a2feaa0/feed.rss", "https://news.example/private/…/feed.rss")]
    [InlineData("https://news.example/p/0b9f2c44-6f6e-4f0e-9a55-3b0f0d6f6c11.rss", "https://news.example/p/…")]
    [InlineData("https://news.example/2024-budget-of-the-prime-minister-in-full", "https://news.example/2024-budget-of-the-prime-minister-in-full")]
    [InlineData("feed://ann:pa55@news.example/feed?key=1", "feed://news.example/feed?key=…")]
    [InlineData("ann:pa55@news.example/feed?key=1", "news.example/feed?key=…")]
    [InlineData("feed:https://ann:pa55@news.example/feed?key=1", "feed:https://news.example/feed?key=…")]
    [InlineData("//news.example/feed?key=1", "//news.example/feed?key=…")]
    [InlineData("/home/ann@work/what?.xml", "/home/ann@work/what?.xml")]
    [InlineData("https://u:p@[bad", "…")]
    [InlineData("Island Radio", "Island Radio")]
    public void Credentials_and_keys_are_left_out(string address, string shown) => Assert.Equal(shown, FeedAddress.Shown(address));

    [Theory]
    [InlineData("Read https://a:b@x.example/f?k=1 or http://y.example/, please", "Read https://x.example/f?k=… or http://y.example/, please")]
    [InlineData("What is 7:30 for?", "What is 7:30 for?")]
    [InlineData("\"https://x.example/?k=1\"", "\"https://x.example/?k=…\"")]
    public void In_a_text_each_address_is(string text, string shown) => Assert.Equal(shown, FeedAddress.In(text));

    [Theory]
    [InlineData("https://news.example/a?id=7", "https://news.example/feed?token=s3cret", "https://news.example/a?id=7")]
    [InlineData("https://news.example/a?id=7&token=s3cret", "https://news.example/feed?token=s3cret", "https://news.example/a?id=7")]
    [InlineData("https://news.example/a?token=other", "https://news.example/feed?token=s3cret", "https://news.example/a?token=other")]
    [InlineData(null, "https://ann:pa55@news.example/feed?token=s3cret&n=5", "https://news.example/feed")]
    [InlineData(null, "https://ann:pa55@news.example/feed", "https://news.example/feed")]
    [InlineData(null, "/home/ann/news", "file:///home/ann/news")]
    [InlineData("https://news.example/a?9f86d081x", "https://news.example/feed?9f86d081x", "https://news.example/a")]
    [InlineData("https://news.example/?p=12", "https://news.example/?p=12", "https://news.example/?p=12")]
    public void The_link_of_an_article_is_whole_but_for_the_secrets_of_its_source(string? article, string source, string link) =>
        Assert.Equal(link, FeedAddress.Link(article, source));

    [Fact]
    public void No_credentials_are_ever_shown_and_showing_twice_changes_nothing() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 6, 30], Gen.Int[0, 6]).Sample((secret, number) =>
        {
            string name = ((string[])["token", "apikey", "password", "signature", "q", "id", "feed"])[number];
            string hidden = $"zq{secret}qz";
            string shown = FeedAddress.Shown($"https://me:{hidden}@news.example/feed?{name}={hidden}");

            Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal);
            Assert.Equal(shown, FeedAddress.Shown(shown));
        });
}
