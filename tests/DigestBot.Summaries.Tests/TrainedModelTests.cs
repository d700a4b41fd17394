namespace DigestBot.Summaries.Tests;

/// <summary>When the trained model decides, when it does not, and what it costs.</summary>
public sealed class TrainedModelTests
{
    private const string English =
        "The harbour of Port Lysa was closed on Monday after a freighter ran aground. The ship lost some forty containers in the storm. " +
        "Divers will look for leaks as soon as the wind has dropped. The harbour master expects the first ferries to leave by Thursday.";

    private const string German =
        "Der Hafen von Port Lysa wurde am Montag gesperrt, nachdem ein Frachter auf Grund gelaufen war. Das Schiff verlor im Sturm einige " +
        "Container. Taucher sollen nach Lecks suchen, sobald der Wind nachl\u00E4sst. Der Hafenmeister rechnet ab Donnerstag mit den ersten F\u00E4hren.";

    private static readonly SummaryOptions Trained = new() { MaxSentences = 3 };
    private static readonly SummaryOptions Untrained = Trained with { UseTrainedModel = false };

    [Fact]
    public void The_model_weighs_English_and_can_be_turned_off()
    {
        Assert.NotEqual(Scores(English, Untrained), Scores(English, Trained));
        Assert.InRange(Scores(English, Untrained)[0], 1.5, 2.5); // the first sentence, and the most central: about 2 without training
    }

    [Fact]
    public void A_text_that_is_not_English_is_weighed_without_training() =>
        Assert.Equal(Scores(German, Untrained), Scores(German, Trained));

    [Theory]
    [InlineData(6, null)]
    [InlineData(null, 121)]
    public void Summaries_longer_than_any_it_was_trained_on_are_made_without_it(int? sentences, int? words)
    {
        var options = new SummaryOptions { MaxSentences = sentences, MaxWords = words };

        Assert.Equal(Scores(English, options with { UseTrainedModel = false }), Scores(English, options));
    }

    [Fact]
    public void Memory_grows_with_the_text_and_no_faster()
    {
        Allocated(Article(40)); // what is made once
        long one = Allocated(Article(40));

        Assert.InRange(one, 1, 64 * 1024);
        Assert.InRange(Allocated(Article(1_000)), one, 50 * one); // 25 times the text, in lists that double
        Assert.InRange(Allocated([.. Enumerable.Repeat(Article(40)[0], 100)]), one, 200 * one);
    }

    private static double[] Scores(string text, SummaryOptions options) =>
        [.. ExtractiveSummarizer.Summarize(new SourceText("a", text), options).Select(quote => quote.Score)];

    private static SourceText[] Article(int sentences) =>
    [
        new("a", string.Join(' ', Enumerable.Range(0, sentences).Select(
            i => $"The council of district {i % 7} will vote on the bridge over river number {i} in the spring, a speaker said."))),
    ];

    private static long Allocated(SourceText[] sources)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ExtractiveSummarizer.Summarize(sources, Trained);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
