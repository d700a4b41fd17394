using DigestBot.Digests;
using DigestBot.Summaries;

namespace DigestBot.Tests.Digests;

/// <summary>By what else a country is told in headlines.</summary>
public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("iraq", "Iraqi", "Baghdad", "Irak", "العراق")]
    [InlineData("Irak", "Iraqi", "Baghdad", "Iraq", "العراق")]
    [InlineData("united kingdom", "British", "London", "UK", "Royaume-Uni")]
    [InlineData("UK", "British", "London", "Britain", "Royaume-Uni")]
    [InlineData("cote d'ivoire", "Ivorian", "Abidjan", "Ivory Coast", "ساحل العاج")]
    [InlineData("the netherlands", "Dutch", "Amsterdam", "Holland", "Pays-Bas")]
    [InlineData("Südkorea", "South Korean", "Seoul", "South Korea", "Corée du Sud")]
    public void A_country_is_told_by_its_people_its_capital_and_its_other_names(string asked, params string[] names)
    {
        string[] found = [.. TopicPattern.Of(asked, null).Names.Select(name => name.Text)];

        Assert.Empty(names.Except(found, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("harvest")]
    [InlineData("baghdad")]
    [InlineData("iraqi")]
    [InlineData("island")]
    [InlineData("iraq floods")]
    [InlineData(null)]
    public void What_names_no_country_has_no_other_names(string? asked) => Assert.Empty(TopicPattern.Of(asked, null).Names);

    [Fact]
    public void A_topic_that_a_space_has_defined_means_what_it_says() => Assert.Empty(TopicPattern.Of("iraq", new("iraq, oil", "")).Names);

    [Theory]
    [InlineData("iraq", "Iraqi parliament elects a speaker", true)]
    [InlineData("iraq", "Three Iraqis win a prize", true)]
    [InlineData("iraq", "Bridge in Baghdad reopens", true)]
    [InlineData("iraq", "البرلمان في العراق يصوت", true)]
    [InlineData("usa", "U.S. tightens rules for lorries", true)]
    [InlineData("usa", "Tell us your story", false)]
    [InlineData("iceland", "Islanders protest against a ferry", false)]
    [InlineData("south korea", "South coast flooded, Korean singer says", true)]
    [InlineData("korea", "Core issues remain", false)]
    [InlineData("france", "Paris accord on climate comes into force", false)]
    public void A_headline_with_such_a_name_is_about_the_country(string asked, string headline, bool isAbout)
    {
        TermVector terms = TextAnalyzer.Vector(headline, "The text does not say where.");
        var topic = TopicPattern.Of(asked, null);

        Assert.Equal(isAbout, topic.Judge(terms));
        Assert.Equal(isAbout ? 1 : 0, topic.Fit(terms));
        Assert.Equal(isAbout, topic.Matches(terms, headline));
        Assert.False(topic.By([]).Judge(terms));
    }

    [Fact]
    public void A_name_in_the_text_alone_does_not_count()
    {
        TermVector terms = TextAnalyzer.Vector("A poem about rivers", "The poet was once seen in Baghdad with Iraqi friends.");

        Assert.False(TopicPattern.Of("iraq", null).Judge(terms));
    }

    [Fact]
    public void Each_country_of_the_table_is_asked_for_by_names_of_its_own()
    {
        Country[] countries = [.. CountryNames.Read()];

        string[] asked = [.. countries.SelectMany(country => country.Names.Select(Stems).Distinct(StringComparer.Ordinal))];
        Assert.True(countries.Length > 190);
        Assert.Equal(asked, asked.Distinct(StringComparer.Ordinal));
        Assert.All(countries.SelectMany(country => country.Entries()), entry => Assert.NotEmpty(entry.Terms));

        static string Stems(string name) => string.Join(' ', TextAnalyzer.QueryTerms(name).Select(term => term.Stem));
    }
}
