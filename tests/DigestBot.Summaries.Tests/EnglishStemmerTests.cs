namespace DigestBot.Summaries.Tests;

/// <summary>Words and stems from the published description of Porter2.</summary>
public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign consign consign consign")]
    [InlineData("consist consisted consistency consistent consistently", "consist consist consist consist consist")]
    [InlineData("consolation consolations consolatory console consoled consoles", "consol consol consolatori consol consol consol")]
    [InlineData("consolidate consolidating consoling consonant conspicuously", "consolid consolid consol conson conspicu")]
    [InlineData("conspiracy conspirator conspirators conspire constable constancy", "conspiraci conspir conspir conspir constabl constanc")]
    [InlineData("knack knackeries knavish knavishly kneaded kneel knees knell", "knack knackeri knavish knavish knead kneel knee knell")]
    [InlineData("knightly knightsbridge knitting knives knobs knots knotty", "knight knightsbridg knit knive knob knot knotti")]
    [InlineData("ties cries cried gas this gaps kiwis hopping hoping hoped fitted fitting", "tie cri cri gas this gap kiwi hop hope hope fit fit")]
    [InlineData("luxuriated by say cry happy enjoy dyed", "luxuri by say cri happi enjoy dy")]
    [InlineData("skis skies dying lying tying idly gently ugly early only singly", "ski sky die lie tie idl gentl ugli earli onli singl")]
    [InlineData("sky news howe atlas cosmos bias andes", "sky news howe atlas cosmos bias andes")]
    [InlineData("innings outing cannings herring earrings proceed exceeds succeeded", "inning outing canning herring earring proceed exceed succeed")]
    [InlineData("generate generates general generally generic arsenic arsenal communism communion", "generat generat general general generic arsenic arsenal communism communion")]
    [InlineData("beautiful beauty beautifully nationalism rationalize electricity electrical hopefulness", "beauti beauti beauti nation ration electr electr hope")]
    [InlineData("adjustment adoption communication vietnamization", "adjust adopt communic vietnam")]
    [InlineData("evening rate roll controlling probate cease agreed feed bled sing motoring", "evening rate roll control probat ceas agre feed bled sing motor")]
    [InlineData("university universe international internet organization organs emergency archaeologist vying added", "universiti univers internat internet organiz organ emergenc archaeolog vie add")]
    public void The_published_examples_are_stemmed_as_published(string words, string stems) =>
        Assert.Equal(stems.Split(' '), words.Split(' ').Select(Stem));

    [Fact]
    public void Every_short_word_of_the_alphabet_gets_a_stem_without_failure()
    {
        const string Letters = "aeiouybcdglnst";
        foreach (string word in
            from a in Letters from b in Letters from c in Letters from d in Letters select $"{a}{b}{c}{d}")
        {
            Assert.InRange(Stem(word).Length, 1, 5);
        }
    }

    private static string Stem(string word)
    {
        char[] buffer = [.. word, ' '];
        return new string(buffer, 0, EnglishStemmer.Stem(buffer, word.Length));
    }
}
