using DigestBot.News;

namespace DigestBot.Tests.Digests;

/// <summary>Several addresses of one publisher are one, and a house of many blogs is not.</summary>
public sealed class PublisherFamilyTests
{
    [Theory]
    [InlineData("https://www.daily.example/a", "https://sport.daily.example/b", true)]
    [InlineData("https://www.bbc.co.uk/news/1", "https://bbc.co.uk/sport/1", true)]
    [InlineData("https://www.bbc.co.uk/news/1", "https://itv.co.uk/1", false)]
    [InlineData("https://ada.substack.com/p/1", "https://bob.substack.com/p/1", false)]
    [InlineData("https://ada.substack.com/p/1", "https://ada.substack.com/p/2", true)]
    [InlineData("https://192.0.2.1/a", "file:///news/a.txt", null)]
    [InlineData("not an address", "urn:uuid:1", null)]
    public void Two_addresses_are_of_one_publisher_if_their_sites_are(string one, string other, bool? same)
    {
        (long? first, long? second) = (PublisherFamily.NumberOf(one), PublisherFamily.NumberOf(other));

        Assert.Equal(same is null, first is null && second is null);
        Assert.True(first is null || first < 0, "it could be the number of a source");
        Assert.True(same is null || same == (first == second));
    }
}
