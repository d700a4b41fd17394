using CsCheck;
using DigestBot.Digests;
using DigestBot.Summaries;

namespace DigestBot.Tests.Digests;

/// <summary>What of a sentence may change at its source without anybody being told.</summary>
public sealed class SentenceWordsTests
{
    private static readonly Gen<string> Word = Any("Parliament", "voted", "12", "1.5", "don't", "-3", "5-3", "10:30", "€", "50 %", "Müller", "米国", "العراق", "the");

    private static readonly Gen<string> Between = Any(" ", "  ", "\n", "\u00a0", " \u2013 ", " \u2014 ", ", ", " \u201c", "\u201d ", " \"", "\u00ad ");

    private static readonly string[] Sentences =
    [
        "The council met on Tuesday.", "Rain fell in the north for 3.5 hours.", "Nobody was hurt!", "Why did the bridge close?",
        "The mayor, who had left the hall, came back.", "Trains run again.",
    ];

    [Theory]
    [InlineData("He said: \"We don't know.\"", "He said: \u201cWe don\u2019t know.\u201d")]
    [InlineData("The vote \u2013 the third \u2013 failed.", "The vote \u2014 the third \u2014 failed")]
    [InlineData("Rates rose 5\u20137 %.", "Rates rose  5-7\u00a0%.")]
    [InlineData("The Prime Minister re\u00adsigned.", "The prime minister resigned.")]
    [InlineData("\uff11\uff12 people", "12 people")]
    public void How_it_is_set_is_no_matter(string one, string other) => Assert.Equal(SentenceWords.Of(one), SentenceWords.Of(other));

    [Theory]
    [InlineData("12 people died.", "112 people died.")]
    [InlineData("It cost 1.5 million.", "It cost 15 million.")]
    [InlineData("It was -3 degrees.", "It was 3 degrees.")]
    [InlineData("It fell by 3 %.", "It fell by 3.")]
    [InlineData("It cost $5.", "It cost \u20ac5.")]
    [InlineData("It ended 2:1.", "It ended 21.")]
    [InlineData("They did agree.", "They did not agree.")]
    [InlineData("米国は同意した。", "米国は同意しなかった。")]
    public void Words_figures_and_signs_are(string one, string other) => Assert.NotEqual(SentenceWords.Of(one), SentenceWords.Of(other));

    [Fact]
    public void Whatever_stands_between_words_the_sentence_is_found_again() => Gen.Select(Word.Array[1, 12], Between.Array[12], Between.Array[12]).Sample(
        (words, one, other) =>
        {
            string before = string.Concat(words.Select((word, i) => word + one[i])) + " end.";
            string after = string.Concat(words.Select((word, i) => word + other[i])) + " end.";
            Assert.Equal(SentenceWords.Of(before), SentenceWords.Of(after));
        },
        iter: 300);

    [Fact]
    public void In_whatever_order_and_however_apart_sentences_are_found_again() => Gen.Select(Gen.Shuffle(Sentences), Any(" ", "\n\n", "  ").Array[Sentences.Length]).Sample(
        (order, between) =>
        {
            var later = new LaterVersion(string.Concat(order.Zip(between, (sentence, gap) => sentence + gap)));
            Assert.All(Sentences, sentence => Assert.Equal(sentence, later.Find(sentence)?.Of(later.Text)));
            Assert.Null(later.Find("The council met on Tuesday, said"));
        },
        iter: 200);

    [Fact]
    public void A_sentence_that_moved_still_stands_and_one_that_was_taken_into_another_does_not()
    {
        const string Sentence = "The minister resigned.";

        TextSpan? moved = new LaterVersion("The vote failed.\n\nThe  minister resigned. Talks go on.").Find(Sentence);

        Assert.Equal(new TextSpan(18, 23), moved);
        Assert.Null(new LaterVersion("It is not true that the minister resigned.").Find(Sentence));
        Assert.Null(new LaterVersion("The minister resigned, the opposition claims.").Find(Sentence));
        Assert.Null(new LaterVersion("").Find(Sentence));
    }

    [Fact]
    public void What_stood_beside_a_sentence_before_has_not_taken_its_place()
    {
        const string Sentence = "At least 12 people were killed in Torvik on Sunday.";
        const string Beside = "At least 12 people were injured in Torvik on Sunday.";
        const string Instead = "At least 14 people were killed in Torvik on Sunday.";
        var earlier = new LaterVersion($"{Sentence} {Beside}");

        Assert.Null(new LaterVersion(Beside).Nearest(Sentence, earlier));
        var later = new LaterVersion($"{Beside} {Instead} The mayor spoke.");
        Assert.Equal(Instead, later.Nearest(Sentence, earlier)!.Value.Of(later.Text));
    }

    [Fact]
    public void Half_a_surrogate_pair_and_a_sentence_without_words_do_no_harm()
    {
        Assert.NotEmpty(SentenceWords.Of("a \ud83d b"));
        Assert.Empty(SentenceWords.Of("… – “”"));
        Assert.Null(new LaterVersion("…").Find("…"));
    }

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
