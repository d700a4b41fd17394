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
    public void English_traps_are_known(string marked) => SentenceSplitterTests.AssertCuts(marked);
}
