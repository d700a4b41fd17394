using DigestBot.Evaluation.Rouge;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>ROUGE by hand-computed cases, so that the scorer is checked where the reference vectors are not at hand.</summary>
public sealed class RougeTests
{
    [Fact]
    public void Shared_words_count_once_for_each_occurrence()
    {
        RougeScore score = RougeScorer.N("the dam broke the dam held", "the the the dam", 1, stem: false);

        Assert.Equal(0.75, score.Precision, 9);
        Assert.Equal(0.5, score.Recall, 9);
        Assert.Equal(0.6, score.F, 9);
    }

    [Fact]
    public void Pairs_must_stand_together() =>
        Assert.Equal(1.0 / 3, RougeScorer.N("the dam broke early", "early the dam", 2, stem: false).Recall, 9);

    [Fact]
    public void The_longest_common_subsequence_keeps_order() =>
        Assert.Equal(2.0 / 3, RougeScorer.L("testing one two", "testing two", stem: false).Recall, 9);

    [Fact]
    public void Summary_level_sequences_take_the_union_over_lines()
    {
        RougeScore score = RougeScorer.LSum("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", stem: false);

        Assert.Equal(0.4, score.Precision, 9);
        Assert.Equal(0.8, score.Recall, 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("\u8BAE\u4F1A")]
    public void Nothing_to_compare_scores_nothing(string candidate)
    {
        Assert.Equal(0, RougeScorer.N("the dam", candidate, 1, stem: true).F);
        Assert.Equal(0, RougeScorer.L("the dam", candidate, stem: true).F);
        Assert.Equal(0, RougeScorer.LSum("the dam", candidate, stem: true).F);
    }

    [Theory]
    [InlineData("caresses ponies ties caress cats dies", "caress poni tie caress cat die")]
    [InlineData("feed agreed plastered bled motoring sing", "feed agre plaster bled motor sing")]
    [InlineData("conflated troubled sized hopping tanned falling hissing fizzed failing filing", "conflat troubl size hop tan fall hiss fizz fail file")]
    [InlineData("happy sky enjoy spied dying news", "happi sky enjoy spi die news")]
    [InlineData("relational conditional valenci digitizer conformabli radicalli differentli", "relat condit valenc digit conform radic differ")]
    [InlineData("vietnamization predication operator feudalism decisiveness hopefulness callousness", "vietnam predic oper feudal decis hope callous")]
    [InlineData("triplicate formative formalize electriciti electrical hopeful goodness", "triplic form formal electr electr hope good")]
    [InlineData("revival allowance inference airliner adjustable replacement adoption homologou", "reviv allow infer airlin adjust replac adopt homolog")]
    [InlineData("probate rate cease controll roll biology", "probat rate ceas control roll biolog")]
    public void Words_are_stemmed_as_the_reference_does(string words, string stems) =>
        Assert.Equal(stems.Split(' '), words.Split(' ').Select(PorterStemmer.Stem));
}
