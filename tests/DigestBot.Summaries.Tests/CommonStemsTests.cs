namespace DigestBot.Summaries.Tests;

public sealed class CommonStemsTests
{
    [Theory]
    [InlineData("government")]
    [InlineData("people")]
    [InlineData("police")]
    [InlineData("yesterday")]
    public void What_news_says_every_day_is_common(string word) => Assert.InRange(ShareOf(word), 0.01, 0.99);

    [Theory]
    [InlineData("Morwenna")]
    [InlineData("forklift")]
    [InlineData("Jahreshauptversammlung")]
    [InlineData("\u6771\u4eac")]
    public void What_tells_one_event_from_another_is_not(string word) => Assert.Equal(0, ShareOf(word));

    [Fact]
    public void A_word_that_is_used_more_is_more_common() => Assert.True(ShareOf("year") > ShareOf("election"));

    private static double ShareOf(string word) => CommonStems.ShareOf(TermVector.HashOf(TextAnalyzer.Terms(word)[0]));
}
