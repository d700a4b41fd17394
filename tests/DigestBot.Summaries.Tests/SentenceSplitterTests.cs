namespace DigestBot.Summaries.Tests;

/// <summary>English sentences; " | " marks where the splitter must cut, and nowhere else.</summary>
public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The river rose overnight. | Two bridges were closed.")]
    [InlineData("Was it safe? | Nobody knew! | The mayor did not say.")]
    [InlineData("Mr. Hall met Mrs. Reyes and Dr. Okafor on Tuesday. | They agreed.")]
    [InlineData("Gen. Ahmed Said and Lt. Col. Ruth Weiss resigned. | Sen. Lane did not.")]
    [InlineData("The U.S. government will appeal. | Its lawyers said so.")]
    [InlineData("Troops will leave Iraq for the U.S. | The vote was close.")]
    [InlineData("He studied in the U.K. and the U.A.E. before 2010. | She did not.")]
    [InlineData("The bank opens at 9 a.m. on Monday. | It closes at 4 p.m. Friday.")]
    [InlineData("The shop closes at 5 p.m. | Customers may call later.")]
    [InlineData("The vote is due on Jan. 5 and not on Feb. 12. | No. 10 confirmed it.")]
    [InlineData("He lost in Nov. | Nobody was surprised.")]
    [InlineData("J. K. Rowling and George R. R. Martin signed the letter. | So did P. D. James.")]
    [InlineData("John F. Kennedy spoke first. | Others followed.")]
    [InlineData("Prices rose by 3.5 percent to $1,250.75 a tonne. | Analysts had expected 2.1 percent.")]
    [InlineData("\"We are leaving,\" he said. | \"We will not be back.\" | She stayed.")]
    [InlineData("\u201CWe are leaving.\u201D | \u201CWhen?\u201D she asked. | Nobody answered.")]
    [InlineData("\u2018It is over.\u2019 | The hall fell silent.")]
    [InlineData("\"Stop!\" he shouted. | The bus did not stop.")]
    [InlineData("The law (see Sec. 4.2) was passed. | (Two members abstained.) | It takes effect in May.")]
    [InlineData("He waited... and waited. | Then he left.")]
    [InlineData("It ended there... | The rest is known.")]
    [InlineData("Read the report at https://news.example/a.b?c=1. | It has 40 pages.")]
    [InlineData("Write to press@city.example.org or visit www.city.example. | Calls are free.")]
    [InlineData("Acme Inc. bought Widget Corp. for $4bn. | Shares fell.")]
    [InlineData("The deal was signed by Acme Inc. | The price was not disclosed.")]
    [InlineData("Martin Luther King Jr. spoke at St. Paul's. | Thousands came.")]
    [InlineData("Smith v. Jones was decided in 1998. | Roe vs. Wade was older.")]
    [InlineData("They grow wheat, barley, etc. in the valley. | Rain is rare.")]
    [InlineData("Some fuels, e.g. Diesel, are taxed; others, i.e. LPG, are not. | That may change.")]
    [InlineData("She holds a Ph.D. in physics. | He holds none.")]
    [InlineData("About 185,000 people fled in 2014. | 12 camps were built.")]
    [InlineData("BAGHDAD (Reuters) - | Parliament voted on Sunday. | The result was clear.")]
    [InlineData("1. The cabinet meets. | 2. The budget is read.")]
    [InlineData("iPhone sales fell. | eBay rose. | iPads were flat.")]
    [InlineData("The minister resigned.| The cabinet met at once.")]
    [InlineData("It began in 1991.[3] | It ended in 2003.[4][12] | Few remember.")]
    [InlineData("What?! | Nobody believed it.")]
    [InlineData("Yahoo! shares rose on Friday. | Analysts cheered.")]
    [InlineData("He works for Booking.com and Node.js Ltd. in Oslo. | She does not.")]
    [InlineData("Did he say \"no\"? | He did.")]
    [InlineData("The car crashed near Rep. Diaz's home in Boise, Idaho. | No one was hurt.")]
    [InlineData("It cost \u00A35. | \u00A36 was the limit.")]
    [InlineData("The storm, No. 7 of the season, hit at 3 a.m. EST. | Winds reached 90 m.p.h. in places.")]
    [InlineData("\"He is gone.\" | 'Who?' | \"The king.\"")]
    [InlineData("So did I. | The others went home.")]
    [InlineData("The court ruled 5-4 in favor. | \u2014 The dissent was sharp.")]
    public void English_news_is_cut_at_the_ends_of_its_sentences(string marked) =>
        AssertCuts(marked);

    [Theory]
    [InlineData("a man was arrested in london . | `` he did it , '' police said . '' | the trial begins in may .")]
    [InlineData("the u.s. army left . | iraq 's parliament voted . | mr. al-abadi agreed .")]
    [InlineData("what happened next ? | no one knows ( at least not yet ) . | the end .")]
    public void Tokenized_lower_case_text_is_cut_too(string marked) => AssertCuts(marked);

    [Theory]
    [InlineData("first line without a stop\n|second line without a stop\n|third")]
    [InlineData("The vote was close\n|The speaker counted twice\n|Nobody left the hall that night")]
    [InlineData("Headline of the day\n\n|The story begins here. |It ends here.")]
    [InlineData("The committee on public works said on Monday that the\nbridge would stay closed until the end of the year because\nof damage to two of its piers. |Drivers were told to use\nthe ferry instead.")]
    [InlineData("The cabinet met in the\nold town hall on Friday.")]
    [InlineData("Three things were decided:\n|- taxes will rise\n|- schools will open\n|- trains will run")]
    [InlineData("Windows lines end so.\r\n|And so does this one.\r\n\r\n|Last.")]
    [InlineData("A paragraph without a stop\u2029|Another")]
    public void Blank_lines_cut_and_wrapped_lines_do_not(string marked) => AssertCuts(marked);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t \r\n ")]
    public void Nothing_but_white_space_has_no_sentences(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Fact]
    public void A_sentence_of_ten_thousand_characters_stays_whole()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 2000)) + ".";

        Assert.Equal([new TextSpan(0, text.Length)], SentenceSplitter.Split(text));
    }

    [Fact]
    public void A_missing_text_is_the_callers_mistake() =>
        Assert.Throws<ArgumentNullException>(() => SentenceSplitter.Split(null!));

    internal static void AssertCuts(string marked)
    {
        string text = marked.Replace(" | ", " ", StringComparison.Ordinal).Replace("| ", "", StringComparison.Ordinal)
            .Replace("|", "", StringComparison.Ordinal);
        string[] expected = [.. marked.Split('|').Select(part => part.Trim())];

        Assert.Equal(expected, SentenceSplitter.Split(text).Select(span => span.Of(text)));
    }
}
