using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Tests.Digests;

/// <summary>What makes an article one about a topic.</summary>
public sealed class TopicPatternTests
{
    [Theory]
    [InlineData("ai", "Thailand repairs its harbours.", false)]
    [InlineData("ai", "The ministry tests an AI system.", true)]
    [InlineData("vote", "Parliament is voting today.", true)]
    [InlineData("foreign troops", "Troops left. Foreign ministers met.", true)]
    [InlineData("foreign troops", "Troops left.", false)]
    public void A_word_of_no_topic_means_all_its_words_whole_and_in_any_form(string topic, string text, bool expected) =>
        Assert.Equal(expected, Matches(TopicPattern.Of(topic, null), text));

    [Theory]
    [InlineData("The talks in Baghdad go on.", true)]
    [InlineData("Iraqi dinar falls, Baghdad says.", false)]
    [InlineData("The IRAQI\n dinar falls in Baghdad.", false)]
    [InlineData("The Iraqi army buys a ship; a dinar is found in Baghdad.", true)]
    [InlineData("The foreign troops leave.", true)]
    [InlineData("Troops of foreign states leave.", false)]
    [InlineData("Unforeign troopship.", false)]
    [InlineData("Nothing happened in Oslo.", false)]
    public void A_defined_topic_means_any_of_its_entries_and_a_phrase_stands_together(string text, bool expected) =>
        Assert.Equal(expected, Matches(TopicPattern.Of("iraq", new("baghdad, foreign troops", "iraqi dinar")), text));

    [Fact]
    public void Nothing_but_stop_words_selects_nothing()
    {
        Assert.True(TopicPattern.Of("the", null).IsNothing);
        Assert.True(TopicPattern.Of("iraq", new("the, and", "")).IsNothing);
        Assert.True(TopicPattern.Of("  ", null).IsEverything);
    }

    [Fact]
    public void An_article_is_as_much_about_a_topic_as_about_its_best_entry()
    {
        var pattern = TopicPattern.Of("iraq", new TopicWords("oslo, baghdad", ""));

        Assert.Equal(1, pattern.Fit(TextAnalyzer.Vector("Baghdad votes", "It was a vote.")));
        Assert.Equal(0, pattern.Fit(TextAnalyzer.Vector("Rome votes", "It was a vote.")));
    }

    private static bool Matches(TopicPattern pattern, string text)
    {
        TermVector terms = TextAnalyzer.Vector("", text);
        bool matches = pattern.Matches(terms, text);
        Assert.True(pattern.Judge(terms) is not { } judged || judged == matches); // what terms decide, they decide rightly
        return matches;
    }
}
