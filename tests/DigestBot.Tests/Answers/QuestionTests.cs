using DigestBot.Answers;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Answers;

/// <summary>Questions that stand by themselves: what is answered, and what only comes near.</summary>
public sealed class QuestionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_tells_of_another_event_of_the_kind_is_no_answer()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await bot.ImportAsync(
            bot.Operator,
            "Coast Post",
            Cancel,
            Articles.Article("Riva wins the cup", "The team of Riva won the match against Porto Alto by two goals. The players were welcomed at the harbour."));

        Answer known = await AskAsync(bot, "Who won the match against Porto Alto?");
        Answer elsewhere = await AskAsync(bot, "Who won the tennis match in Lisbon?");

        Assert.True(known.Answered);
        Assert.False(elsewhere.Answered);
        Assert.Equal(known.Quotes[0].Text, elsewhere.Nearest[0].Text);
    }

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 0.5, 0, 0)]
    [InlineData(0, 0, 0.5, 0)]
    [InlineData(0, 0, 0, 0.5)]
    public void Each_signal_adds_to_confidence(double sentence, double place, double article, double shared)
    {
        var without = new AnswerSignals(4, 0.5, 0.5, 0.5);

        var with = new AnswerSignals(4 + sentence, 0.5 + place, 0.5 + article, 0.5 + shared);

        Assert.InRange(with.Confidence, without.Confidence + 0.01, 1);
    }

    private static Task<Answer> AskAsync(TestBot bot, string question) =>
        bot.Get<AnswerFinder>().AskAsync(new AskRequest(bot.Operator, question, null, null, null, []), Cancel);
}
