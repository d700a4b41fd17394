using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>Questions that mean more than they say.</summary>
public sealed class FollowUpTests
{
    private static readonly QuestionContext Mason = new()
    {
        Title = "Clara Mason (engineer)",
        Section = "Bridges of the south",
        Turns = [new("Where was she born?", "In the harbour town of Port Lysa"), new("What did she build first?", "The Aldan Bridge")],
    };

    [Theory]
    [InlineData("Did she win any prizes?")]
    [InlineData("Who were her parents?")]
    public void A_pronoun_brings_the_title(string question)
    {
        string whole = FollowUp.SelfContained(question, Mason);

        Assert.StartsWith($"{question} (", whole, StringComparison.Ordinal);
        Assert.Contains("Clara Mason", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which minister opened the new tunnel at Porto Alto?")]
    [InlineData("Is there a new tunnel at Porto Alto?")]
    [InlineData("Are there ministers against the tunnel in Alto?")]
    public void A_question_that_names_something_else_is_left_as_it_is(string question) =>
        Assert.Equal(question, FollowUp.SelfContained(question, Mason));

    [Theory]
    [InlineData("Is there a prize in Alto for that?")]
    [InlineData("Is there a prize?")]
    public void Is_there_points_nowhere_but_what_stands_behind_it_may(string question) =>
        Assert.NotEqual(question, FollowUp.SelfContained(question, Mason));

    [Theory]
    [InlineData("When did Sultan Qaboos die?", "Sultan Qaboos")]
    [InlineData("what is the new virus?", "virus")]
    [InlineData("What happened?", "")]
    public void Its_names_and_its_seldom_words_say_what_a_question_is_about(string question, string subject) =>
        Assert.Equal(subject, FollowUp.SubjectOf(question));

    [Theory]
    [InlineData("When did Qaboos die?", true)]
    [InlineData("what is the price of oil?", true)]
    [InlineData("How many troops are there in Baghdad?", false)]
    [InlineData("Did Qaboos say that?", false)]
    [InlineData("What did he tell Qaboos?", false)]
    [InlineData("How many people were killed?", false)]
    [InlineData("Why?", false)]
    public void A_name_or_a_seldom_word_that_was_not_in_the_news_shown_may_be_another_subject(string question, bool another)
    {
        HashSet<string> shown = [.. TextAnalyzer.Terms("Troops of the coalition are leaving Baghdad.")];

        Assert.Equal(another, FollowUp.NamesAnother(question, shown.Contains));
    }

    [Fact]
    public void A_question_that_says_nothing_gets_the_title_and_the_last_question() =>
        Assert.Equal(
            "why? (iraq lawmakers voted)",
            FollowUp.SelfContained("why?", new() { Title = "iraq", Turns = [new("and how many lawmakers voted?", "")] }));

    [Fact]
    public void Without_the_model_a_question_that_leans_gets_the_title_and_the_last_question()
    {
        Assert.Equal(
            "Did she win any prizes? (Clara Mason engineer build first)",
            FollowUp.SelfContained("Did she win any prizes?", Mason, useTrainedModel: false));
        Assert.Equal(
            "Did trains cross rivers before 1900?",
            FollowUp.SelfContained("Did trains cross rivers before 1900?", Mason, useTrainedModel: false));
    }

    [Fact]
    public void Without_a_conversation_every_question_stands_by_itself() =>
        Assert.Equal("Why did he leave?", FollowUp.SelfContained("Why did he leave?", QuestionContext.None));

    [Fact]
    public void Nothing_is_added_that_was_not_said_and_the_question_stays_as_it_is() =>
        Gen.Select(Gen.String[0, 60], Gen.String[0, 60], Gen.String[0, 200], Gen.String[0, 60]).Sample((title, asked, answered, question) =>
        {
            var context = new QuestionContext { Title = title, Turns = [new(asked, answered)] };

            string whole = FollowUp.SelfContained(question, context);

            Assert.StartsWith(question, whole, StringComparison.Ordinal);
            string[] added = whole.Length == question.Length ? [] : whole[(question.Length + 2)..^1].Split(' ');
            Assert.All(added, word => Assert.Contains(word, $"{title}\n{asked}\n{answered}", StringComparison.Ordinal));
        });

    [Fact]
    public void A_conversation_without_end_is_read_in_part()
    {
        string endless = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"word{i}"));
        var context = new QuestionContext { Title = endless, Section = endless, Turns = [.. Enumerable.Repeat(new QuestionTurn(endless, endless), 50)] };

        Assert.InRange(FollowUp.SelfContained("Why did he leave?", context).Length, 1, 5_000);
    }
}
