using CsCheck;
using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

/// <summary>Which plain words ask for the news on a topic.</summary>
public sealed class TopicTalkTests
{
    [Theory]
    [InlineData("news about iraq", "iraq")]
    [InlineData("any news on the coronavirus?", "coronavirus")]
    [InlineData("Give me the latest news about foreign troops", "foreign troops")]
    [InlineData("What’s new in Iraq?", "Iraq")]
    [InlineData("what is the latest in the Middle East", "Middle East")]
    [InlineData("latest on iraq", "iraq")]
    [InlineData("and the latest from Iraq?", "Iraq")]
    [InlineData("anything on iraq?", "iraq")]
    [InlineData("Anything new about Carlos Ghosn?", "Carlos Ghosn")]
    [InlineData("quoi de neuf en Irak ?", "Irak")]
    [InlineData("les dernières nouvelles de l’Irak", "Irak")]
    [InlineData("des nouvelles sur la Chine ?", "Chine")]
    [InlineData("آخر أخبار العراق", "العراق")]
    [InlineData("ما الجديد في العراق؟", "العراق")]
    [InlineData("الأخبار عن العراق", "العراق")]
    public void The_news_on_a_topic_is_asked_for_in_plain_words(string text, string topic)
    {
        TopicTalk talk = Assert.IsType<TopicTalk>(TopicTalk.Read(text));

        Assert.Equal((topic, true), (talk.Topic, talk.IsSure));
    }

    [Theory]
    [InlineData("latest on iraq this week", "iraq", "168h")]
    [InlineData("news about iraq since yesterday", "iraq", "24h")]
    [InlineData("news about iraq today?", "iraq", "24h")]
    public void A_window_may_stand_behind_it(string text, string topic, string window)
    {
        TopicTalk talk = Assert.IsType<TopicTalk>(TopicTalk.Read(text));

        Assert.Equal((topic, window), (talk.Topic, talk.Window));
    }

    [Theory]
    [InlineData("Iraq")]
    [InlineData("foreign troops")]
    [InlineData("iraq news")]
    [InlineData("what is new in the budget law?")]
    [InlineData("what is new in the Iraqi budget law?")]
    public void Other_words_ask_for_it_only_where_there_is_such_a_topic(string text) =>
        Assert.False(Assert.IsType<TopicTalk>(TopicTalk.Read(text)).IsSure);

    [Theory]
    [InlineData("")]
    [InlineData("what is new in the Iraqi budget law of this year?")]
    [InlineData("anything on it?")]
    [InlineData("any news about that?")]
    [InlineData("anything about the second one?")]
    [InlineData("news about who won")]
    [InlineData("what is new there?")]
    [InlineData("what happened in Iraq?")]
    [InlineData("what is happening in Iraq?")]
    [InlineData("tell me about Iraq")]
    [InlineData("Iraq?")]
    [InlineData("who is the president of Iraq?")]
    [InlineData("what did the news say about Iraq?")]
    [InlineData("is there anything on the vote of the parliament of Iraq?")]
    [InlineData("Have you anything on iraq?")]
    public void Whatever_says_more_is_a_question(string text) => Assert.Null(TopicTalk.Read(text));

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Gen.String.Sample(text => Assert.True(TopicTalk.Read(text) is null or { Topic.Length: > 0 } && TopicTalk.Read($"news about {text}") is null or { Topic.Length: > 0 }));
}
