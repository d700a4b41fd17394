using BenchmarkDotNet.Attributes;
using DigestBot.Summaries;

namespace DigestBot.Benchmarks;

/// <summary>Cost of one article's quotes as it grows: no faster than n log n in its sentences, whatever it is a list of.</summary>
[MemoryDiagnoser]
public class SummarizeGrowthBenchmarks
{
    private static readonly SummaryOptions TwoSentences = new() { MaxSentences = 2 };

    private SourceText[] _article = [];

    [Params(10, 100, 1_000, 10_000)]
    public int Sentences { get; set; }

    [GlobalSetup]
    public void WriteArticle()
    {
        // An article has 18 sentences; more of them are the texts of as many articles, one behind the other.
        string text = string.Join(' ', new SyntheticNews((Sentences / 18) + 1, DateTimeOffset.UnixEpoch.AddYears(50))
            .Articles()
            .Select(article => article.Text.ReplaceLineEndings(" ")));
        TextSpan last = SentenceSplitter.Split(text)[Sentences - 1];
        _article = [new SourceText("1", text[..(last.Start + last.Length)]) { Title = "One long report" }];
    }

    [Benchmark]
    public IReadOnlyList<Quote> Summarize() => ExtractiveSummarizer.Summarize(_article, TwoSentences);
}
