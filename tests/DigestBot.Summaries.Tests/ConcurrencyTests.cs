namespace DigestBot.Summaries.Tests;

/// <summary>The library is called from many threads at once.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public void Many_threads_get_the_results_of_one()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => $"The river {i} rose by {i} metres on Monday. Bridges {i} and {i + 1} were closed.")];
        string[] expected = [.. texts.Select(Digest)];

        string[] actual = new string[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, i => actual[i] = Digest(texts[i]));

        Assert.Equal(expected, actual);
    }

    private static string Digest(string text) =>
        string.Join(' ', TextAnalyzer.Terms(text))
        + string.Concat(ExtractiveSummarizer.Summarize(new SourceText("a", text), new SummaryOptions { MaxSentences = 1 }).Select(quote => quote.Text));
}
