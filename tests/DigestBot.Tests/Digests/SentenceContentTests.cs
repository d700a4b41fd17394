using DigestBot.Digests;

namespace DigestBot.Tests.Digests;

/// <summary>What was told before is told from news, and in doubt it is news.</summary>
public sealed class SentenceContentTests
{
    private const string Told = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";

    [Theory]
    [InlineData(Told)]
    [InlineData("At least 12 people were killed when a footbridge collapsed in Torvik.")]
    [InlineData("Police said at least 12 people died when the footbridge in Torvik collapsed on Sunday.")]
    public void The_same_in_other_words_is_no_news(string sentence) => Assert.True(Repeats(sentence));

    [Theory]
    [InlineData("At least 14 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.")]
    [InlineData("At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, and 3 were arrested.")]
    [InlineData("The footbridge in Torvik reopened.")]
    [InlineData("The mayor of Torvik resigned after 12 people were killed in the collapse of a footbridge on Sunday.")]
    [InlineData("So it was.")]
    [InlineData("")]
    public void A_new_number_or_more_than_a_new_word_in_six_is_news(string sentence) => Assert.False(Repeats(sentence));

    private static bool Repeats(string sentence) => new SentenceContent(sentence).Repeats(new SentenceContent(Told));
}
