using BenchmarkDotNet.Attributes;
using DigestBot.Ingest;
using DigestBot.Summaries;

namespace DigestBot.Benchmarks;

/// <summary>Cost of one story's quotes as coverage grows; a digest pays it once per story. Splitting alone is the floor.</summary>
[MemoryDiagnoser]
public class SummarizeBenchmarks
{
    private SourceText[] _articles = [];

    [Params(1, 6, 25)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void LoadArticles() => _articles = [.. new SyntheticNews(Articles, DateTimeOffset.UnixEpoch.AddYears(50))
        .Articles()
        .Select((article, n) => ToSource(article, n))];

    [Benchmark(Baseline = true)]
    public int SplitOnly() => _articles.Sum(article => SentenceSplitter.Split(article.Text).Count);

    [Benchmark]
    public IReadOnlyList<Quote> Summarize() => ExtractiveSummarizer.Summarize(_articles, new SummaryOptions { MaxSentences = 2 });

    private static SourceText ToSource(IncomingArticle article, int n) =>
        new($"{n}", article.Text) { Title = article.Title, Published = article.Published, Publisher = article.Source };
}
