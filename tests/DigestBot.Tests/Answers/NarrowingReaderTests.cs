using DigestBot.Answers;

namespace DigestBot.Tests.Answers;

/// <summary>What a question says about where to look for its answer.</summary>
public sealed class NarrowingReaderTests
{
    [Theory]
    [InlineData("in German sources", "de", "")]
    [InlineData("And in French sources?", "fr", "")]
    [InlineData("in French?", "fr", "")]
    [InlineData("only in Spanish", "es", "")]
    [InlineData("and what about in the Italian press?", "it", "")]
    [InlineData("Who won, in German papers?", "de", "Who won?")]
    [InlineData("Who won in German?", "de", "Who won?")]
    [InlineData("What was agreed on, from Arabic sources only", "ar", "What was agreed on")]
    [InlineData("In German sources: who won?", "de", "who won?")]
    [InlineData("In Dutch papers who won?", "nl", "who won?")]
    [InlineData("In English, who won?", "en", "who won?")]
    [InlineData("et en français ?", "fr", "")]
    [InlineData("et dans les sources allemandes ?", "de", "")]
    [InlineData("Qui a gagné dans la presse espagnole ?", "es", "Qui a gagné?")]
    [InlineData("uniquement en néerlandais", "nl", "")]
    [InlineData("وفي المصادر الألمانية؟", "de", "")]
    [InlineData("بالفرنسية", "fr", "")]
    [InlineData("متى فاز الفريق باللغة الإنجليزية؟", "en", "متى فاز الفريق؟")]
    public void A_language_is_understood(string text, string language, string rest) =>
        Assert.Equal((language, rest, (string?)null), Parts(text));

    [Theory]
    [InlineData("only from Reuters", "Reuters", "", true)]
    [InlineData("from Reuters only?", "Reuters", "", true)]
    [InlineData("and from Reuters?", "Reuters", "", false)]
    [InlineData("Who won, only from the Coast Post?", "the Coast Post", "Who won?", true)]
    [InlineData("Who won from reuters.com?", "reuters.com", "Who won?", false)]
    [InlineData("uniquement de Le Monde", "Le Monde", "", true)]
    [InlineData("فقط من رويترز", "رويترز", "", true)]
    public void The_name_of_a_source_is_understood(string text, string outlet, string rest, bool isOnly)
    {
        Narrowing narrowing = NarrowingReader.Read(text)!;

        Assert.Equal((outlet, rest, isOnly), (narrowing.Outlet, narrowing.Rest, narrowing.IsOnly));
    }

    [Fact]
    public void Both_may_be_said() => Assert.Equal(
        new Narrowing("Who won?", "de", "Reuters", IsOnly: true) { Whole = "Who won, only from Reuters?", IsOnlyFrom = true, IsFrom = true },
        NarrowingReader.Read("Who won, only from Reuters, in German sources?"));

    [Theory]
    [InlineData("")]
    [InlineData("Who won?")]
    [InlineData("In French Guiana who won?")]
    [InlineData("What do German sources say?")]
    [InlineData("Is the German economy growing?")]
    [InlineData("How many French voters are there?")]
    public void Whatever_says_nothing_of_that_is_left_alone(string text) => Assert.Null(NarrowingReader.Read(text));

    [Fact]
    public void However_a_text_is_made_reading_it_ends() =>
        Assert.All(
            (string[])[new('(', 300), string.Concat(Enumerable.Repeat("only from ", 30)), string.Concat(Enumerable.Repeat("in German ", 30)), "\ud800 in German"],
            text => NarrowingReader.Read(text));

    [Fact]
    public void Every_language_has_a_name_in_every_language_of_the_bot() => Assert.All(
        DigestBot.Chat.Phrases.Languages,
        language => Assert.Equal(
            LanguageWords.AllCodes,
            DigestBot.Chat.Phrases.Find(language)!.LanguageNames.Split(", ").Select(name => name.Split(' ')[0])));

    private static (string? Language, string Left, string? Outlet) Parts(string text)
    {
        Narrowing narrowing = NarrowingReader.Read(text)!;
        return (narrowing.Language, narrowing.Rest, narrowing.Outlet);
    }
}
