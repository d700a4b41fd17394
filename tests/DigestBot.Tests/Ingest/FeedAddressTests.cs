using CsCheck;
using DigestBot.Ingest;

namespace DigestBot.Tests.Ingest;

/// <summary>What of a source's address people may see.</summary>
public sealed class FeedAddressTests
{
    [Theory]
    [InlineData("https://news.example/feed.xml", "https://news.example/feed.xml")]
    [InlineData("https://news.example/?feed=rss2&cat=world", "https://news.example/?feed=rss2&cat=world")]
    [InlineData("https://ann:pa55@news.example:8443/feed", "https://news.example:8443/feed")]
    [InlineData("https://news.example/feed?api_key=abc&n=5", "https://news.example/feed?api_key=…&n=5")]
    [InlineData("https://news.example/feed?TOKEN=x#part", "https://news.example/feed?TOKEN=…")]
    [InlineData("https://news.example/feed?id=9f86d081884c7d659a2feaa0", "https://news.example/feed?id=…")]
    [InlineData("https://news.example/feed?9f86d081884c7d659a2feaa0", "https://news.example/feed?…")]
    [InlineData("https://news.example/feed?q=prime+minister+2024+budget", "https://news.example/feed?q=prime+minister+2024+budget")]
    [InlineData("https://u:p@[bad", "…")]
    [InlineData("Island Radio", "Island Radio")]
    public void Credentials_and_keys_are_left_out(string address, string shown) => Assert.Equal(shown, FeedAddress.Shown(address));

    [Fact]
    public void No_credentials_are_ever_shown_and_showing_twice_changes_nothing() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 6, 30], Gen.Int[0, 3]).Sample((secret, number) =>
        {
            string name = ((string[])["token", "apikey", "password", "signature"])[number];
            string hidden = $"zq{secret}qz";
            string shown = FeedAddress.Shown($"https://me:{hidden}@news.example/feed?{name}={hidden}");

            Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal);
            Assert.Equal(shown, FeedAddress.Shown(shown));
        });
}
