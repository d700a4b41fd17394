using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

public sealed class RejoinderTests
{
    [Theory]
    [InlineData("Thanks!")]
    [InlineData("thank you")]
    [InlineData("Merci.")]
    [InlineData("شكرا")]
    public void Thanks_is_no_question(string text) => Assert.IsType<Rejoinder.Thanks>(Rejoinder.Read(text));

    [Theory]
    [InlineData("Hello!")]
    [InlineData("مرحبا")]
    [InlineData("no")]
    [InlineData("?")]
    [InlineData("…")]
    public void What_says_nothing_is_no_question(string text) => Assert.IsType<Rejoinder.Hello>(Rejoinder.Read(text));

    [Theory]
    [InlineData("What’s new?", "digest")]
    [InlineData("quoi de neuf ?", "digest")]
    [InlineData("الأخبار", "digest")]
    [InlineData("any news?", "digest")]
    [InlineData("help me", "help")]
    [InlineData("What can you do?", "help")]
    [InlineData("ساعدني", "help")]
    [InlineData("what else?", "more")]
    [InlineData("Tell me more", "more")]
    [InlineData("next", "more")]
    [InlineData("plus", "more")]
    [InlineData("المزيد", "more")]
    public void The_news_and_more_of_it_are_asked_for_in_plain_words(string text, string command) => Assert.Equal(
        command,
        Assert.IsType<CommandReading.Call>(new CommandText([]).Read(text, Phrases.English)).Command);

    [Theory]
    [InlineData("since yesterday", 24)]
    [InlineData("Today?", 24)]
    [InlineData("this week", 168)]
    [InlineData("in the last 12h", 12)]
    [InlineData("since 3d", 72)]
    [InlineData("depuis hier", 24)]
    [InlineData("منذ أمس", 24)]
    public void A_span_alone_asks_the_last_question_again(string text, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Assert.IsType<Rejoinder.Since>(Rejoinder.Read(text)).Window);

    [Theory]
    [InlineData("the second one", 2)]
    [InlineData("2", 2)]
    [InlineData("story 10", 10)]
    [InlineData("Tell me more about the first one.", 1)]
    [InlineData("la troisième", 3)]
    [InlineData("الخبر الثاني", 2)]
    [InlineData("الثانية", 2)]
    [InlineData("Summarize the first one please", 1)]
    [InlineData("open the second story", 2)]
    [InlineData("résume la deuxième", 2)]
    public void A_number_alone_means_a_story_on_screen(string text, int number) =>
        Assert.Equal(number, Assert.IsType<Rejoinder.Story>(Rejoinder.Read(text)).Number);

    [Theory]
    [InlineData("")]
    [InlineData("the one")]
    [InlineData("11")]
    [InlineData("24h")]
    [InlineData("since the vote")]
    [InlineData("second wave of the virus")]
    [InlineData("who came second?")]
    [InlineData("thanks to whom?")]
    [InlineData("what happened today?")]
    public void Whatever_says_more_is_a_question(string text) => Assert.Null(Rejoinder.Read(text));
}
