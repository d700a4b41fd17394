using System.Globalization;

namespace DigestBot.Summaries.Tests;

/// <summary>The same results wherever the bot runs.</summary>
public sealed class CultureTests
{
    private const string Text =
        "ISTANBUL (AP) - Iraq's interior minister Ibrahim Iskander resigned in I\u0307zmir on Friday. " +
        "The INTERIOR ministry said 3.5 million IDs were invalid. It did not say which. In the U.S. officials were informed. " +
        "О выборах в Россию сообщил А. Иванов. والبرلمان صوت يوم الأحد.";

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Results_do_not_depend_on_culture(string culture)
    {
        string[] expected = Results();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Results());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Results() =>
    [
        .. SentenceSplitter.Split(Text).Select(span => span.Of(Text)),
        .. TextAnalyzer.Terms(Text),
        .. TextAnalyzer.Terms(Text, LanguageFinder.Of("IDS INVALID", Text, "DE-IT")),
        .. TextAnalyzer.QueryTerms("Die WAHLEN in IZMIR").SelectMany(term => term.Forms),
        .. ExtractiveSummarizer.Summarize(new SourceText("a", Text), new SummaryOptions { MaxSentences = 2, Query = "IDS INVALID" }).Select(quote => quote.Text),
        .. PassageRanker.Rank("WHICH MINISTER RESIGNED IN IZMIR?", [Text, "Nothing."]).Select(passage => string.Create(CultureInfo.InvariantCulture, $"{passage.Index} {passage.Score:R}")),
    ];
}
