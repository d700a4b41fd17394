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
