namespace DigestBot.Summaries.Tests;

/// <summary>Words as the published description of the Russian stemmer treats them, and what it leaves alone.</summary>
public sealed class RussianStemmerTests
{
    [Theory]
    [InlineData("в вавиловка вагон вагона вагоне", "в вавиловк вагон вагон вагон")]
    [InlineData("важная важнее важнейшие важнейшими важно важной важному", "важн важн важн важн важн важн важн")]
    [InlineData("важность важностью вдалась валялась валялся", "важност важност вдал валя валя")]
    [InlineData("падение падал падает падшая парадное павильон", "паден пада пада падш парадн павильон")]
    [InlineData("президент президента президентом президенты", "президент президент президент президент")]
    [InlineData("выборы выборов выборах выборами", "выбор выбор выбор выбор")]
    [InlineData("прочитавши построившись деревянный длинных", "прочита постро деревя длин")]
    public void The_published_rules_are_kept(string words, string stems) =>
        Assert.Equal(stems.Split(' '), words.Split(' ').Select(word => word[..RussianStemmer.Stem(word)]));

    [Fact]
    public void Every_word_of_five_letters_gets_a_stem_without_failure()
    {
        const string Letters = "аеийнстья";
        foreach (string word in
            from a in Letters from b in Letters from c in Letters from d in Letters from e in Letters select $"{a}{b}{c}{d}{e}")
        {
            Assert.InRange(RussianStemmer.Stem(word), 1, 5);
        }
    }

    [Fact]
    public void A_question_meets_an_article_that_has_the_words_in_other_cases() =>
        Assert.Equal(
            TextAnalyzer.Terms("выборы президента России"), TextAnalyzer.Terms("О выборах президенту в Россию"));

    [Fact]
    public void Words_of_other_languages_in_this_script_stay_whole() =>
        Assert.Equal(["україни", "њега"], TextAnalyzer.Terms("України њега"));
}
