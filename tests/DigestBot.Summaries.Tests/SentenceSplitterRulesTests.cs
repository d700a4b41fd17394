namespace DigestBot.Summaries.Tests;

/// <summary>The kinds of trap that published rule sets name, in sentences of our own; "|" marks where the splitter must cut.</summary>
public sealed class SentenceSplitterRulesTests
{
    [Theory]
    [InlineData("The ferry left. | My name is Ida B. Carr.")]
    [InlineData("What did the pilot see? | Fog, he said.")]
    [InlineData("There it is! | We found the wreck.")]
    [InlineData("The talks are in the office of Col. Baird. | Tea is served.")]
    [InlineData("The town of Lysa, Pa. is small. | It floods.")]
    [InlineData("The plant is run by Norden & Co. | It employs 90 people.")]
    [InlineData("She lives in the U.S. | How cold is it there?")]
    [InlineData("The U.S. Coast Guard searched until 6 a.m. | It found a raft.")]
    [InlineData("The bill counts $35,000.50 in fees. | The rest is tax.")]
    [InlineData("She turned to him, \"This is the last bus.\" | She got on.")]
    [InlineData("\"This is the last bus,\" she said, \"and it is full.\" | He walked.")]
    [InlineData("Mr. Diaz (who led the vote in 1998.) is back. | He lost then.")]
    [InlineData("The mayor spoke. | (The crowd did not listen.) | He left.")]
    [InlineData("Write to ida.carr@port.example. | Do not call.")]
    [InlineData("The log is at https://port.example/log.html. | It is public.")]
    [InlineData("See p. 12 for the map. | The index is on pp. 40-42.")]
    [InlineData("The ship draws 1.5 m. | The channel is 2 m deep.")]
    [InlineData("The storm took the pier, the light ... and the boats. | Nobody drowned.")]
    [InlineData("J. R. Okafor and S. T. Weiss won. | They share the prize.")]
    [InlineData("Saint-Lys vs. Port Lysa ended 2-1. | Port Lysa lost.")]
    [InlineData("The storm took the pier, the light . . . and the boats. | Nobody drowned.")]
    [InlineData("At 5 a.m. Mr. Hall left the port. | He was back at 6 p.m. | Mrs. Hall was not.")]
    public void English_traps_are_known(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("PARIS, Jan. 5 \u2014 | The strike ended. | Trains ran.")]
    [InlineData("PARIS, Jan. 5 (AFP) - | The strike ended.")]
    [InlineData("(CNN) -- | A ferry sank off Port Lysa.")]
    [InlineData("Port Lysa, Norland (CNN) -- | A ferry sank.")]
    [InlineData("NEW YORK (AP) \u2014 | \"We won,\" the mayor said.")]
    [InlineData("(ANSA) - ROMA, 05 GEN - | Il governo si \u00E8 dimesso.")]
    [InlineData("Berlin (dpa) \u2013 | Die Regierung trat zur\u00FCck.")]
    [InlineData("\u041C\u041E\u0421\u041A\u0412\u0410, 5 \u044F\u043D\u0432 \u2014 | \u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442 \u0443\u0448\u0451\u043B.")]
    public void A_dateline_is_apart_from_the_sentence_behind_it(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("NASA \u2014 the agency that runs the probe \u2014 said so.")]
    [InlineData("Mayor Ida Lund - The Hammer to her friends - has resigned.")]
    [InlineData("Aix-en-Provence - the town was calm.")]
    [InlineData("COVID-19 \u2014 Nobody expected it.")]
    [InlineData("The BBC (Reuters reported) was told - Nobody knows.")]
    public void A_dash_alone_makes_no_dateline(string sentence) => SentenceSplitterTests.AssertCuts(sentence);

    [Fact]
    public void A_dateline_is_never_quoted()
    {
        const string Text = "BAGHDAD (Reuters) - Parliament voted on Sunday to end the presence of foreign troops.";

        Quote quote = Assert.Single(ExtractiveSummarizer.Summarize(new SourceText("a", Text), new SummaryOptions { MaxSentences = 2 }));

        Assert.Equal("Parliament voted on Sunday to end the presence of foreign troops.", quote.Text);
        Assert.Equal(Text.IndexOf("Parliament", StringComparison.Ordinal), quote.Start);
    }
}
