using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>Counts of an article, stored as bytes and compared in one merge.</summary>
public sealed class TermVectorTests
{
    private static readonly TermVector Dam = TextAnalyzer.Vector("Dam breaks", "The dam broke at dawn. Villages were flooded.");

    [Fact]
    public void A_vector_knows_how_often_a_term_occurs_and_whether_in_the_title()
    {
        Assert.Equal(2, Dam.Count("dam"));
        Assert.Equal(1, Dam.Count("villag"));
        Assert.Equal(0, Dam.Count("iraq"));
        Assert.True(Dam.InTitle("dam"));
        Assert.False(Dam.InTitle("villag"));
        Assert.Equal(7, Dam.Length);
    }

    [Fact]
    public void Counts_saturate() =>
        Assert.Equal(TermVector.MaxCount, TextAnalyzer.Vector("", string.Concat(Enumerable.Repeat("dam ", 1000))).Count("dam"));

    [Fact]
    public void Bytes_bring_back_the_same_vector() =>
        Gen.Select(Texts.Any, Texts.Any).Sample((title, text) =>
        {
            AnalyzedText analyzed = TextAnalyzer.Analyze(title, text);
            TermVector read = TermVector.FromBytes(analyzed.Vector.ToBytes());

            Assert.Equal(analyzed.Vector.Length, read.Length);
            Assert.Equal(analyzed.Vector.ToBytes(), read.ToBytes());
            Assert.All(analyzed.DistinctTerms, term => Assert.Equal(analyzed.Vector.Count(term), read.Count(term)));
            Assert.All(analyzed.DistinctTerms, term => Assert.Equal(analyzed.Vector.InTitle(term), read.InTitle(term)));
        });

    [Fact]
    public void The_stored_form_stays_what_it_is() =>
        Assert.Equal("010400000006FA922ABDE9C9498202", Convert.ToHexString(TextAnalyzer.Vector("Iraq", "Iraq votes. Votes.").ToBytes()));

    [Theory]
    [InlineData("")]
    [InlineData("01000000")]
    [InlineData("0200000000")]
    [InlineData("0101000000AABBCCDD")]
    [InlineData("010A00000002000000010000000101")]
    [InlineData("01000000000100000001")]
    public void Bytes_that_are_no_vector_are_refused(string hex) =>
        Assert.Throws<FormatException>(() => TermVector.FromBytes(Convert.FromHexString(hex)));

    [Fact]
    public void A_text_is_most_similar_to_itself_and_similarity_is_symmetric()
    {
        TermVector other = TextAnalyzer.Vector("Flood", "Villages below the dam were flooded at dawn.");
        TermVector unrelated = TextAnalyzer.Vector("Match", "The home side scored twice.");

        Assert.Equal(1, Dam.Similarity(Dam), 9);
        Assert.InRange(Dam.Similarity(other), 0.3, 0.99);
        Assert.Equal(Dam.Similarity(other), other.Similarity(Dam), 12);
        Assert.Equal(0, Dam.Similarity(unrelated));
        Assert.Equal(0, Dam.Similarity(TextAnalyzer.Vector("", "")));
    }

    [Fact]
    public void Rare_terms_in_common_say_more_than_frequent_ones()
    {
        TermVector sharesDam = TextAnalyzer.Vector("", "dam council");
        TermVector sharesDawn = TextAnalyzer.Vector("", "dawn council");
        uint dam = TermVector.HashOf("dam");

        Assert.True(Dam.Similarity(sharesDam, hash => hash == dam ? 5 : 1) > Dam.Similarity(sharesDawn, hash => hash == dam ? 5 : 1));
    }
}
