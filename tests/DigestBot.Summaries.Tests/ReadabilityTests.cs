namespace DigestBot.Summaries.Tests;

/// <summary>What is quoted can be understood without the article around it.</summary>
public sealed class ReadabilityTests
{
    [Theory]
    [InlineData("He resigned on Friday.", true)]
    [InlineData("\u201CBut they will stay,\u201D she said.", true)]
    [InlineData("The move surprised investors.", true)]
    [InlineData("The ruling ends a dispute of ten years.", true)]
    [InlineData("This was expected.", true)]
    [InlineData("The mayor resigned on Friday.", false)]
    [InlineData("The Hague will host the talks.", false)]
    [InlineData("This week the court decides.", false)]
    [InlineData("There were no survivors.", false)]
    [InlineData("There he stayed.", true)]
    [InlineData("Hers is the oldest shop in town.", false)]
    [InlineData("", false)]
    [InlineData("\"", false)]
    public void A_sentence_that_points_back_is_known_by_how_it_begins(string sentence, bool leans) =>
        Assert.Equal(leans, Dependence.Leans(sentence));

    [Theory]
    [InlineData("\"We are leaving.", true)]
    [InlineData("We will not be back,\" he said.", true)]
    [InlineData("\u201CWe are leaving.", true)]
    [InlineData("\u00AB Nous partons.", true)]
    [InlineData("`` it is over , he said .", true)]
    [InlineData("\"We are leaving,\" he said.", false)]
    [InlineData("Er sagte: \u201EWir gehen.\u201C", false)]
    [InlineData("\u00BBWir gehen\u00AB, sagte er.", false)]
    [InlineData("`` it is over , '' he said .", false)]
    [InlineData("The mayor's car is \u2018gone\u2019.", false)]
    public void Half_a_quotation_is_known_by_its_marks(string sentence, bool half) =>
        Assert.Equal(half, Dependence.IsHalfQuoted(sentence));

    [Theory]
    [InlineData("\"It will never open again.\"", true)]
    [InlineData("\u201CIt will never open again.\u201D", true)]
    [InlineData("\"It will never open again,\" the mayor said.", false)]
    [InlineData("\"Never\" was the word that the mayor used for \"later\"", false)]
    public void A_quotation_without_its_speaker_depends_on_the_sentence_before(string sentence, bool bare) =>
        Assert.Equal(bare, Dependence.IsBareQuotation(sentence));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sentence_that_points_back_follows_what_it_points_at(bool trained)
    {
        const string text =
            "The mayor of Port Lysa opened the new bridge on Monday. He promised that the bridge, the harbour, the ferries and the old " +
            "market of Port Lysa would be repaired by the spring. Rain fell on some of the guests. Schools in the north stay closed.";

        for (int sentences = 1; sentences <= 4; sentences++)
        {
            string[] quotes = Quotes(text, sentences, trained);
            int leaning = Array.FindIndex(quotes, quote => quote.StartsWith("He ", StringComparison.Ordinal));

            Assert.NotEmpty(quotes);
            Assert.True(leaning != 0, "'He' is quoted without the mayor.");
            Assert.True(leaning < 0 || quotes[leaning - 1].StartsWith("The mayor", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_sentence_that_points_back_is_quoted_where_there_is_no_other() =>
        Assert.Equal(["He resigned from the cabinet on Friday."], Quotes("He resigned from the cabinet on Friday.", 3));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Half_a_quotation_is_not_quoted_beside_whole_sentences(bool trained)
    {
        const string text =
            "The minister of transport spoke to reporters in Port Lysa after the vote of the council. \"The bridge over the harbour of Port " +
            "Lysa is closed to trains. The minister, the council and the port will repair it together by the spring of next year,\" he said.";

        Assert.Equal([text[..text.IndexOf(" \"", StringComparison.Ordinal)]], Quotes(text, 3, trained));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_figure_is_told_once(bool trained)
    {
        const string text =
            "A storm left 185,000 homes in the north without power on Sunday night. Trains to the coast will not run before Tuesday. " +
            "Engineers said that 185,000 customers would wait for days. Schools in 12 districts stay closed until the end of the week.";

        Assert.Single(Quotes(text, 4, trained), quote => quote.Contains("185,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_may_be_told_twice()
    {
        const string text =
            "The old bridge over the harbour was built in 1987 by the council. Engineers found cracks in two of its piers last month. " +
            "Ferries have carried the mail to the islands since 1987, and will again.";

        Assert.Equal(2, Quotes(text, 6, trained: false).Count(quote => quote.Contains("1987", StringComparison.Ordinal)));
    }

    private static string[] Quotes(string text, int sentences, bool trained = true) =>
    [
        .. ExtractiveSummarizer
            .Summarize(new SourceText("a", text), new SummaryOptions { MaxSentences = sentences, UseTrainedModel = trained })
            .Select(quote => quote.Text),
    ];
}
