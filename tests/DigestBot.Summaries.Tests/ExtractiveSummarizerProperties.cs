using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>What holds for every summary, whatever the texts.</summary>
public sealed class ExtractiveSummarizerProperties
{
    private static readonly Gen<SourceText[]> Sources =
        Texts.Any.Array[0, 4].Select(texts => texts.Select((text, index) => new SourceText($"{index}", text)).ToArray());

    [Fact]
    public void Quotes_are_verbatim_whole_sentences_without_repetition() =>
        Gen.Select(Sources, Gen.Int[1, 6]).Sample((sources, sentences) =>
        {
            IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(sources, new SummaryOptions { MaxSentences = sentences });

            Assert.InRange(quotes.Count, 0, sentences);
            Assert.Equal(quotes.Count, quotes.Select(quote => quote.Text).Distinct().Count());
            foreach (Quote quote in quotes)
            {
                string text = sources[int.Parse(quote.SourceId, System.Globalization.CultureInfo.InvariantCulture)].Text;
                Assert.Equal(text.Substring(quote.Start, quote.Length), quote.Text);
                Assert.Contains(new TextSpan(quote.Start, quote.Length), SentenceSplitter.Split(text));
                Assert.InRange(quote.Length, 1, 600);
            }
        });

    [Fact]
    public void Word_budgets_are_kept() =>
        Gen.Select(Sources, Gen.Int[1, 80]).Sample((sources, words) =>
        {
            IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(sources, new SummaryOptions { MaxWords = words });

            int used = quotes.Sum(quote => quote.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.True(used <= words || quotes.Count == 1);
        });

    [Fact]
    public void No_more_of_a_source_is_quoted_than_it_allows_and_limits_that_do_not_bind_change_nothing() =>
        Gen.Select(Sources, Gen.Int[0, 40].Array[4], Gen.Int[1, 6]).Sample((sources, most, sentences) =>
        {
            var options = new SummaryOptions { MaxSentences = sentences };
            SourceText[] limited = [.. sources.Select((source, i) => source with { MaxWords = most[i] })];

            IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(limited, options);

            Assert.All(limited, source => Assert.InRange(
                quotes.Where(quote => quote.SourceId == source.Id).Sum(quote => WordCount.Of(quote.Text)), 0, source.MaxWords!.Value));
            Assert.Equal(
                ExtractiveSummarizer.Summarize(sources, options),
                ExtractiveSummarizer.Summarize([.. sources.Select(source => source with { MaxWords = int.MaxValue })], options));
        });

    [Fact]
    public void What_does_not_fit_gives_way_to_the_next_best_that_does()
    {
        const string Long = "The dam above the town of Torvik broke on Sunday and forty people were carried away by the river.";
        const string Short = "Divers searched the river for the missing.";
        SourceText[] sources = [new("a", $"{Long} {Short}"), new("b", "The mayor of Torvik had asked for a new dam.")];
        var options = new SummaryOptions { MaxSentences = 1 };
        Assert.Equal(Long, Assert.Single(ExtractiveSummarizer.Summarize(sources[0], options)).Text);

        Assert.Equal(Short, Assert.Single(ExtractiveSummarizer.Summarize(sources[0] with { MaxWords = 7 }, options)).Text);
        Assert.Equal("b", Assert.Single(ExtractiveSummarizer.Summarize([sources[0] with { MaxWords = 0 }, sources[1]], options)).SourceId);
        Assert.Empty(ExtractiveSummarizer.Summarize(sources[0] with { MaxWords = 6 }, options));
        Assert.DoesNotContain(ExtractiveSummarizer.Explain([sources[0] with { MaxWords = 7 }], options), sentence => sentence.IsQuoted && sentence.Start == 0);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  The dam\tbroke, at noon. ", 5)]
    [InlineData("水庫在週日潰決。", 7)]
    [InlineData("Der Damm (1962) brach.", 4)]
    public void Words_stand_between_white_space_and_some_scripts_have_none(string text, int words) => Assert.Equal(words, WordCount.Of(text));

    [Fact]
    public void The_same_texts_give_the_same_summary() =>
        Sources.Sample(sources =>
        {
            var options = new SummaryOptions { MaxSentences = 3, Query = "river dam" };
            Assert.Equal(ExtractiveSummarizer.Summarize(sources, options), ExtractiveSummarizer.Summarize(sources, options));
        });

    [Fact]
    public void Every_passage_is_ranked_once_with_finite_scores() =>
        Gen.Select(Texts.Any, Texts.Any.Array[0, 8]).Sample((question, passages) =>
        {
            IReadOnlyList<RankedPassage> ranked = PassageRanker.Rank(question, passages);

            Assert.Equal(Enumerable.Range(0, passages.Length), ranked.Select(passage => passage.Index).Order());
            Assert.All(ranked, passage => Assert.True(double.IsFinite(passage.Score) && passage.Coverage is >= 0 and <= 1));
            Assert.InRange(PassageRanker.Answerable(question, passages), 0, 1);
        });
}
