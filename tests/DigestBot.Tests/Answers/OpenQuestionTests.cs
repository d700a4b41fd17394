using CsCheck;
using DigestBot.Answers;

namespace DigestBot.Tests.Answers;

/// <summary>Which questions are after whatever there is about something, and what that is.</summary>
public sealed class OpenQuestionTests
{
    [Theory]
    [InlineData("What happened in Basra?", "Basra", 0)]
    [InlineData("what’s going on in  Australia", "Australia", 0)]
    [InlineData("What happened to the Ukrainian plane?", "Ukrainian plane", 0)]
    [InlineData("Tell me about the floods right now.", "floods", 0)]
    [InlineData("What is the latest on Brexit, today?", "Brexit", 1)]
    [InlineData("what happened in Hamra yesterday", "Hamra", 2)]
    [InlineData("Que s’est-il passé à Bassora cette semaine ?", "Bassora", 7)]
    [InlineData("Parle-moi de la grève", "grève", 0)]
    [InlineData("ماذا حدث في البصرة اليوم؟", "البصرة", 1)]
    public void What_it_is_about_and_how_far_back_is_read(string question, string subject, int days) =>
        Assert.Equal(new OpenQuestion(subject, days == 0 ? null : TimeSpan.FromDays(days)), OpenQuestion.Read(question));

    [Theory]
    [InlineData("What happened?")]
    [InlineData("What happened next?")]
    [InlineData("What happened to the other one?")]
    [InlineData("What happened when the plane crashed?")]
    [InlineData("Tell me about the second one")]
    [InlineData("Who happened in Basra?")]
    [InlineData("How many died in what happened in Basra?")]
    [InlineData("")]
    public void Something_in_particular_is_no_open_question(string question) => Assert.Null(OpenQuestion.Read(question));

    [Theory]
    [InlineData("Basra", "Basra")]
    [InlineData("what about Port Lysa?", "Port Lysa")]
    [InlineData("And Iran?", "Iran")]
    [InlineData("the oil price", "oil price")]
    [InlineData("Why?", null)]
    [InlineData("who won?", null)]
    [InlineData("and how many?", null)]
    [InlineData("what about the other?", null)]
    [InlineData("they were all brought ashore", null)]
    [InlineData("لماذا؟", null)]
    public void A_few_words_may_be_a_subject_where_nothing_answers(string question, string? subject) =>
        Assert.Equal(subject, OpenQuestion.ReadLoosely(question)?.Subject);

    [Fact]
    public void Whatever_is_typed_the_subject_stands_in_it() => Gen.Select(Gen.Int[0, 3], Gen.String, (form, text) => form switch
    {
        0 => $"What happened in {text}",
        1 => $"tell me about {text} today",
        2 => $"and {text}?",
        _ => text,
    }).Sample(question =>
    {
        string plain = string.Join(' ', question.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (OpenQuestion? open in (OpenQuestion?[])[OpenQuestion.Read(question), OpenQuestion.ReadLoosely(question)])
        {
            Assert.True(open is null || (open.Subject.Length > 0 && plain.Contains(open.Subject, StringComparison.Ordinal)));
        }
    });
}
