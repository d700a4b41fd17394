namespace DigestBot.Summaries.Tests;

/// <summary>Texts made to hurt: no failure, and an amount of work that ends the test run quickly or not at all.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "ten million letters without a stop", new string('a', 10_000_000) },
        { "ten million spaces", new string(' ', 10_000_000) },
        { "five million stops", new string('.', 5_000_000) },
        { "four hundred thousand spaced stops", Repeat(". ", 400_000) },
        { "a hundred thousand one-word sentences", Repeat("Word. ", 100_000) },
        { "four hundred thousand line breaks between letters", Repeat("a\n", 400_000) },
        { "four hundred thousand initials", Repeat("J. ", 400_000) },
        { "four hundred thousand abbreviations", Repeat("Mr. ", 400_000) },
        { "four hundred thousand closing brackets after a stop", "." + new string(')', 400_000) },
        { "four hundred thousand quotes", Repeat(".\" ", 400_000) },
        { "numbers that never end", Repeat("1,", 1_000_000) + Repeat("1.", 400_000) },
        { "dotted letters that never end", Repeat("a.", 800_000) },
        { "apostrophes that never end", Repeat("l'", 400_000) },
        { "lone surrogates", Repeat("\uD800 \uDC00\uD840. ", 300_000) },
        { "ideographs without a stop", new string('\u8BAE', 400_000) },
        { "combining marks only", new string('\u0301', 400_000) },
        { "a space run before each number", Repeat(new string(' ', 50) + "5. ", 100_000) },
        { "emoji without a word", Repeat("\U0001F600\U0001F1FA\U0001F1F8", 200_000) },
        { "capitals only", Repeat("FIRE IN THE PORT! ", 60_000) },
        { "tags and entities", Repeat("</div><p class=\"a\">&nbsp;&#8217;", 40_000) },
        { "dateline upon dateline", Repeat("PARIS (AFP) - ", 60_000) },
        { "a dateline on each line", Repeat("PARIS, Jan. 5 \u2014\n", 60_000) },
        { "Arabic and Russian without a space", Repeat("\u0648\u0627\u0644", 300_000) + Repeat("\u0438\u043C\u0438", 300_000) },
        { "footnotes", Repeat(".[1][2][3", 300_000) },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_is_split_analyzed_and_summarized(string what, string text)
    {
        Assert.NotEmpty(what);
        Assert.All(SentenceSplitter.Split(text).Take(3), span => Assert.True(span.Length > 0));
        Assert.All(TextAnalyzer.Analyze(text, text).DistinctTerms.Take(3), stem => Assert.InRange(stem.Length, 1, 40));
        Assert.InRange(ExtractiveSummarizer.Summarize(new SourceText("a", text), new SummaryOptions { MaxSentences = 3 }).Count, 0, 3);
        Assert.NotNull(PassageRanker.Rank(text, [text, "a"]));
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
