namespace DigestBot.Summaries.Tests;

/// <summary>What a reader may expect of a summary.</summary>
public sealed class ExtractiveSummarizerTests
{
    private const string Vote =
        "By Jane Doe, Staff Writer\n\n" +
        "Iraq's parliament voted on Sunday to expel foreign troops from the country. " +
        "The resolution asks the government to end the presence of all foreign forces. " +
        "It was a cold day. " +
        "Lawmakers passed the resolution after a drone strike killed a general in Baghdad. " +
        "About 5,200 foreign troops are stationed in Iraq to fight the Islamic State group.\n\n" +
        "Read more: What happens next\n\n" +
        "The government must now draft a bill that would end the presence of foreign troops. " +
        "A photographer waited outside";

    [Fact]
    public void A_quote_is_the_text_between_its_offsets()
    {
        var source = new SourceText("a", Vote);

        IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(source, new SummaryOptions { MaxSentences = 3 });

        Assert.Equal(3, quotes.Count);
        Assert.All(quotes, quote => Assert.Equal(Vote.Substring(quote.Start, quote.Length), quote.Text));
        Assert.All(quotes, quote => Assert.Equal("a", quote.SourceId));
        Assert.Equal(quotes.OrderBy(quote => quote.Start), quotes);
    }

    [Fact]
    public void Without_training_the_sentence_that_the_rest_repeats_is_quoted_first()
    {
        var options = new SummaryOptions { MaxSentences = 1, UseTrainedModel = false };

        Quote quote = Assert.Single(ExtractiveSummarizer.Summarize(new SourceText("a", Vote), options));

        Assert.StartsWith("Iraq's parliament voted", quote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bylines_links_and_cut_sentences_are_never_quoted_beside_whole_ones()
    {
        string all = string.Join('\n', Summarize(Vote, 50).Select(quote => quote.Text));

        Assert.DoesNotContain("Jane Doe", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Read more", all, StringComparison.Ordinal);
        Assert.DoesNotContain("photographer", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_teaser_without_a_whole_sentence_is_quoted_as_it_is() =>
        Assert.Equal("Iraq votes to expel foreign troops after strike", Assert.Single(Summarize("Iraq votes to expel foreign troops after strike", 2)).Text);

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("!!! ... ???")]
    [InlineData("Read more")]
    [InlineData("ADVERTISEMENT")]
    public void Nothing_worth_quoting_gives_no_quotes(string text) => Assert.Empty(Summarize(text, 3));

    [Fact]
    public void No_sources_give_no_quotes() =>
        Assert.Empty(ExtractiveSummarizer.Summarize([], new SummaryOptions { MaxSentences = 3 }));

    [Fact]
    public void An_endless_sentence_is_not_quoted()
    {
        string endless = string.Join(' ', Enumerable.Repeat("troops voted", 1000)) + ".";

        Quote quote = Assert.Single(Summarize(endless + " The troops left Iraq on Monday.", 3));

        Assert.Equal("The troops left Iraq on Monday.", quote.Text);
    }

    [Fact]
    public void Words_stay_within_the_budget_and_use_it()
    {
        IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(new SourceText("a", Vote), new SummaryOptions { MaxWords = 30 });

        Assert.InRange(quotes.Sum(Words), 20, 30);
    }

    [Fact]
    public void The_first_sentence_may_exceed_the_words_alone() =>
        Assert.Single(ExtractiveSummarizer.Summarize(new SourceText("a", Vote), new SummaryOptions { MaxWords = 3 }));

    [Fact]
    public void The_same_report_of_two_outlets_is_quoted_once()
    {
        var first = new SourceText("a", "The dam on the Tigris broke at dawn on Tuesday. Two villages were flooded within the hour.");
        var second = new SourceText("b", "The dam on the Tigris broke at dawn on Tuesday, police said. Officials opened shelters in three schools.");

        IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize([first, second], new SummaryOptions { MaxSentences = 10 });

        Assert.Single(quotes, quote => quote.Text.Contains("broke at dawn", StringComparison.Ordinal));
        Assert.Contains(quotes, quote => quote.SourceId == "b");
    }

    [Fact]
    public void A_longer_sentence_that_contains_a_quoted_one_adds_nothing()
    {
        var first = new SourceText("a", "The dam on the Tigris broke at dawn on Tuesday.");
        var second = new SourceText("b",
            "Police said the dam on the Tigris broke at dawn on Tuesday, while engineers, farmers, shopkeepers, teachers, soldiers, " +
            "doctors and students of nearby villages slept in cellars, barns, schools, tents and churches after months of heavy autumn rain.");

        Assert.Single(ExtractiveSummarizer.Summarize([first, second], new SummaryOptions { MaxSentences = 10 }));
    }

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_gives_way_to_one_that_stands()
    {
        var leaning = new SourceText("a", "He said the bridge would reopen on Friday.");
        var standing = new SourceText("b", "The mayor said the bridge would reopen on Friday.");

        Quote quote = Assert.Single(ExtractiveSummarizer.Summarize([leaning, standing], new SummaryOptions { MaxSentences = 1 }));

        Assert.Equal("b", quote.SourceId);
    }

    [Fact]
    public void Several_sources_are_quoted_in_order_of_publication()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var later = new SourceText("later", "Rescuers found forty people on roofs near the broken dam.") { Published = noon.AddHours(3) };
        var undated = new SourceText("undated", "The president promised money for a new dam upstream.");
        var earlier = new SourceText("earlier", "A dam above the city broke in heavy rain.") { Published = noon };

        IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize([later, undated, earlier], new SummaryOptions { MaxSentences = 3 });

        Assert.Equal(["earlier", "later", "undated"], quotes.Select(quote => quote.SourceId));
    }

    [Fact]
    public void Every_outlets_lead_counts_more_than_one_outlets_details()
    {
        SourceText[] sources =
        [
            new("a", "The central bank raised its key rate to five percent. The governor wore a blue tie. He drank some water."),
            new("b", "Interest rates go up to five percent, the central bank said. Shares in the city fell slightly after lunch."),
        ];

        IReadOnlyList<Quote> quotes = ExtractiveSummarizer.Summarize(sources, new SummaryOptions { MaxSentences = 2 });

        Assert.Equal(["a", "b"], quotes.Select(quote => quote.SourceId));
        Assert.All(quotes, quote => Assert.Equal(0, quote.Start));
    }

    [Fact]
    public void A_query_brings_what_was_asked_about()
    {
        var source = new SourceText("a", Vote);

        Quote quote = Assert.Single(ExtractiveSummarizer.Summarize(source, new SummaryOptions { MaxSentences = 1, Query = "how many troops fight the Islamic State" }));

        Assert.Contains("5,200", quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_told_before_gives_way_to_what_is_new(bool trained)
    {
        var source = new SourceText("a", Vote);
        var options = new SummaryOptions { MaxSentences = 2, UseTrainedModel = trained };
        string[] yesterday = [.. ExtractiveSummarizer.Summarize(source, options).Select(quote => quote.Text)];

        IReadOnlyList<Quote> today = ExtractiveSummarizer.Summarize(source, options with { AlreadyTold = yesterday });

        Assert.NotEmpty(today);
        Assert.DoesNotContain(today, quote => yesterday.Contains(quote.Text));
    }

    [Fact]
    public void What_was_told_before_is_told_again_where_nothing_is_new()
    {
        const string text = "The dam on the Tigris broke at dawn on Tuesday.";

        var options = new SummaryOptions { MaxSentences = 2, AlreadyTold = [text] };

        Assert.Equal(text, Assert.Single(ExtractiveSummarizer.Summarize(new SourceText("a", text), options)).Text);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(3, 50)]
    [InlineData(0, null)]
    [InlineData(null, -1)]
    public void A_budget_that_makes_no_sense_is_refused(int? sentences, int? words) =>
        Assert.Throws<ArgumentException>(() =>
            ExtractiveSummarizer.Summarize(new SourceText("a", Vote), new SummaryOptions { MaxSentences = sentences, MaxWords = words }));

    private static IReadOnlyList<Quote> Summarize(string text, int sentences) =>
        ExtractiveSummarizer.Summarize(new SourceText("a", text), new SummaryOptions { MaxSentences = sentences });

    private static int Words(Quote quote) => quote.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
