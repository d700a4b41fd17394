namespace DigestBot.Summaries.Tests;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("Who said that?")]
    [InlineData("who says so")]
    [InlineData("And who told them this?")]
    public void A_question_after_the_speaker_alone_is_recognized(string question) => Assert.True(Attribution.IsAskedBy(question));

    [Theory]
    [InlineData("")]
    [InlineData("Who is it?")]
    [InlineData("What did he say?")]
    [InlineData("Who said that the bridge was safe?")]
    public void Other_questions_are_not(string question) => Assert.False(Attribution.IsAskedBy(question));

    [Theory]
    [InlineData("Nobody was hurt, the coast guard said.", true)]
    [InlineData("According to the ministry, nobody was hurt.", true)]
    [InlineData("It also says that nobody was hurt.", false)]
    [InlineData("Nobody was hurt.", false)]
    public void A_sentence_attributes_where_it_names_a_speaker(string sentence, bool attributes) =>
        Assert.Equal(attributes, Attribution.IsIn(sentence));
}
