using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>Stems as both full-text indexes and the ranking see them.</summary>
public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("The soldiers were leaving Iraq's bases", "soldier leav iraq base")]
    [InlineData("185,000 people", "185000 peopl")]
    [InlineData("185000 people", "185000 peopl")]
    [InlineData("3.5 percent, not 35", "3p5 percent 35")]
    [InlineData("1,250.75 and 12,34", "1250p75 12 34")]
    [InlineData("in 2019,100 and 1,234,567", "2019 100 1234567")]
    [InlineData("the US's troops", "us troop")]
    [InlineData("the U.S. told us", "us told")]
    [InlineData("the US told us", "us told")]
    [InlineData("U.S.-led forces, the U.K. and the U.A.E.", "us led forc uk uae")]
    [InlineData("The WHO asked who did it", "who ask")]
    [InlineData("O'Brien doesn't know they've won", "obrien know won")]
    [InlineData("l\u2019Europe d'Artagnan qu'elle", "europ artagnan ell")]
    [InlineData("M\u00FCller na\u00EFve caf\u00E9 \u0141\u00F3d\u017A Stra\u00DFe \u00C6r\u00F8", "muller naiv cafe lodz strass aero")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("\u0130stanbul ISTANBUL", "istanbul istanbul")]
    [InlineData("\u041C\u043E\u0441\u043A\u0432\u0430 \u0401\u043B\u043A\u0430", "\u043C\u043E\u0441\u043A\u0432 \u0435\u043B\u043A")]
    [InlineData("\u0391\u03B8\u03AE\u03BD\u03B1\u03C2", "\u03B1\u03B8\u03B7\u03BD\u03B1\u03C3")]
    [InlineData("\u0623\u062D\u0645\u064E\u062F", "\u0627\u062D\u0645\u062F")]
    [InlineData("\u8BAE\u4F1A\u901A", "\u8BAE\u4F1A \u4F1A\u901A")]
    [InlineData("\u8BAE", "\u8BAE")]
    [InlineData("COVID-19 and F-16s", "covid 19 f 16s")]
    [InlineData("\u0661\u0662\u0663", "123")]
    [InlineData("https://news.example/a", "https news exampl")]
    [InlineData("", "")]
    public void Text_becomes_stems(string text, string stems) =>
        Assert.Equal(stems.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextAnalyzer.Terms(text));

    [Fact]
    public void Text_in_capitals_only_has_no_names_among_its_stop_words() =>
        Assert.Equal(["won", "world", "cup"], TextAnalyzer.Terms("WHO WON THE WORLD CUP"));

    [Fact]
    public void A_stem_is_letters_and_digits_and_at_most_forty_of_them() =>
        Texts.Any.Sample(text =>
        {
            foreach (string stem in TextAnalyzer.Terms(text + new string('x', 90) + text))
            {
                Assert.InRange(stem.Length, 1, 40);
                Assert.All(stem.EnumerateRunes(), rune => Assert.True(System.Text.Rune.IsLetterOrDigit(rune)));
            }
        });

    [Fact]
    public void Question_and_article_agree_whatever_the_accents_and_case() =>
        Assert.Equal(TextAnalyzer.Terms("le pr\u00E9sident MACRON r\u00E9agit"), TextAnalyzer.Terms("Le Pre\u0301sident Macron reagit"));

    [Fact]
    public void Distinct_terms_come_once_in_order_of_first_use()
    {
        AnalyzedText analyzed = TextAnalyzer.Analyze("Dam breaks", "The dam broke. Dams break; rivers rise.");

        Assert.Equal(["dam", "break", "broke", "river", "rise"], analyzed.DistinctTerms);
        Assert.Equal(8, analyzed.Vector.Length);
    }

    [Fact]
    public void A_text_with_more_words_than_any_article_is_counted_whole()
    {
        string text = string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"w{number}"));

        AnalyzedText analyzed = TextAnalyzer.Analyze("", text);

        Assert.Equal(20_000, analyzed.DistinctTerms.Count);
        Assert.All(analyzed.DistinctTerms.Where((_, index) => index % 997 == 0), term => Assert.InRange(analyzed.Vector.Count(term), 1, 2));
    }
}
