using CsCheck;
using DigestBot.Ingest;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest;

/// <summary>Addresses that the framework's own class throws on, in place of saying that they are none.</summary>
public sealed class AddressTextTests
{
    private static readonly Uri Page = new("https://news.example/2026/dam");

    private static readonly string[] Pieces =
        ["http:", "https:", "file:", "feed:", "//", "/", "\\", "[", "]", "::1", "%", "%zz", "\u202e", "\ud83d", "\u0130", "xn--", "ß", ".", ":", ":80", "@", "a", "news.example", "?", "#", " ", "\0", "٣"];

    [Theory]
    [InlineData("file://\u202e/o:")]
    [InlineData("https://\u202e/")]
    [InlineData("https://\u202e/https://\u202e/")]
    public void What_has_no_host_that_could_be_asked_is_no_address(string address)
    {
        Assert.Null(AddressText.Parse(address));
        Assert.Null(AddressText.Resolve(Page, address));
        Assert.Null(WebAddress.Resolve(Page, address));
        Assert.Null(CanonicalUrl.Of(address));
        Assert.Equal($"at:{address}", SourceKeys.Location(address));
    }

    [Theory]
    [InlineData("https://bücher.example/ä?q=ö", "xn--bcher-kva.example")]
    [InlineData("https://a_b.example/", "a_b.example")]
    [InlineData("https://❤.example/", "xn--qei.example")]
    public void Names_in_every_script_are_addresses(string address, string host) => Assert.Equal(host, AddressText.Parse(address)?.IdnHost);

    [Fact]
    public void No_text_makes_anything_throw_that_looks_at_addresses() =>
        Gen.Int[0, Pieces.Length - 1].Array[1, 10].Select(picks => string.Concat(picks.Select(pick => Pieces[pick]))).Sample(
            text =>
            {
                _ = (AddressText.Parse(text)?.IdnHost, AddressText.Resolve(Page, text)?.AbsoluteUri, WebAddress.Resolve(Page, text)?.Host);
                _ = (CanonicalUrl.Of(text), SourceKeys.Location(text), FeedAddress.Shown(text), FeedAddress.Shown("https://" + text));
            },
            iter: 10_000);
}
