namespace DigestBot.Summaries.Tests;

/// <summary>Arabic words with what is written onto them, and what stays.</summary>
public sealed class ArabicStemmerTests
{
    [Theory]
    [InlineData("البرلمان", "برلم")]
    [InlineData("والبرلمان بالبرلمان للبرلمان", "برلم برلم برلم")]
    [InlineData("الانتخابات انتخابات", "انتخاب انتخاب")]
    [InlineData("الحكومة حكومة وحكومتها", "حكوم حكوم حكومت")]
    [InlineData("المهندسون مهندسين", "مهندس مهندس")]
    [InlineData("أحمد إحمد", "احمد احمد")]
    [InlineData("ولد", "ولد")]
    [InlineData("من الذي قال ومن", "")]
    [InlineData("على", "عل")]
    public void What_is_written_onto_a_word_is_taken_off(string words, string stems) =>
        Assert.Equal(stems.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextAnalyzer.Terms(words));

    [Fact]
    public void Every_word_of_four_letters_keeps_at_least_two()
    {
        const string Letters = "ابكلوهيتن";
        foreach (string word in from a in Letters from b in Letters from c in Letters from d in Letters select $"{a}{b}{c}{d}")
        {
            Assert.InRange(word[ArabicStemmer.Stem(word)].Length, 2, 4);
        }
    }

    [Fact]
    public void Words_of_other_languages_in_this_script_stay_whole() => Assert.Equal(["پارلمان"], TextAnalyzer.Terms("پارلمان"));
}
