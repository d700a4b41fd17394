using CsCheck;

namespace DigestBot.Summaries.Tests;

public sealed class LanguageTests
{
    public static TheoryData<TextLanguage, string> Reports => new()
    {
        { TextLanguage.General, "The government of Norland resigned on Tuesday after it had lost a vote on the budget, its minister said." },
        { TextLanguage.German, NewsSentences.German },
        { TextLanguage.French, NewsSentences.French },
        { TextLanguage.Spanish, NewsSentences.Spanish },
        { TextLanguage.Italian, NewsSentences.Italian },
        { TextLanguage.Portuguese, NewsSentences.Portuguese },
        { TextLanguage.Dutch, NewsSentences.Dutch },
        { TextLanguage.General, NewsSentences.Russian },
        { TextLanguage.General, NewsSentences.Arabic },
        { TextLanguage.General, NewsSentences.Chinese },
        { TextLanguage.General, NewsSentences.Japanese },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_tells_its_language_whatever_is_declared(TextLanguage language, string text)
    {
        Assert.All([null, "en-US", "de", "fr-CA", "sv", ""], declared => Assert.Equal(language, LanguageFinder.Of("", text, declared)));
    }

    [Theory]
    [InlineData("de-AT", TextLanguage.German)]
    [InlineData("NL", TextLanguage.Dutch)]
    [InlineData("en", TextLanguage.General)]
    [InlineData("sv", TextLanguage.General)]
    public void What_is_declared_counts_where_the_text_leaves_a_doubt(string declared, TextLanguage language) =>
        Assert.Equal(language, LanguageFinder.Of("Merz in Berlin", "", declared));

    [Theory]
    [InlineData("Regeringen avgick på tisdagen efter att ha förlorat en omröstning om budgeten i riksdagen.")]
    [InlineData("Rząd podał się do dymisji we wtorek po przegranym głosowaniu nad budżetem w parlamencie.")]
    [InlineData("Guvernul a demisionat marți după ce a pierdut votul asupra bugetului în parlament.")]
    [InlineData("Hükümet, mecliste bütçe oylamasını kaybettikten sonra salı günü istifa etti.")]
    public void A_language_without_rules_of_its_own_is_none_of_those_that_have(string text) =>
        Assert.Equal(TextLanguage.General, LanguageFinder.Of("", text));

    [Theory]
    [InlineData(TextLanguage.German, "Wahl Wahlen; Haus Häuser Hauses; Minister Ministers Ministern; Regierung Regierungen; Tag Tage; Zug Züge; Jahr Jahren")]
    [InlineData(TextLanguage.French, "cheval chevaux; élection élections; élu élue élus élues; national nationale nationaux; premier première premières; français française")]
    [InlineData(TextLanguage.Spanish, "elección elecciones; país países; ministro ministra ministros; luz luces; mes meses; inglés ingleses; voto votos; ley leyes")]
    [InlineData(TextLanguage.Italian, "elezione elezioni; banca banche; ministro ministri; notizia notizie; voto voti; paese paesi; amico amici")]
    [InlineData(TextLanguage.Portuguese, "eleição eleições; país países; ministro ministra ministros; homem homens; canal canais; lei leis; cidade cidades")]
    [InlineData(TextLanguage.Dutch, "verkiezing verkiezingen; huis huizen; boom bomen; kat katten; brief brieven; kind kinderen; minister ministers; jaar jaren; prijs prijzen")]
    public void Forms_of_a_word_are_one_stem(TextLanguage language, string groups)
    {
        Assert.All(groups.Split("; "), group => Assert.Single(TextAnalyzer.Terms(group, language).Distinct()));
        Assert.All(groups.Split("; "), group => Assert.All(group.Split(' '), asked => Assert.All(
            TextAnalyzer.Analyze("", group, language).DistinctTerms, stem => Assert.Contains(stem, Assert.Single(TextAnalyzer.QueryTerms(asked)).Forms))));
        string[] stems = [.. groups.Split("; ").Select(group => TextAnalyzer.Terms(group, language)[0])];
        Assert.Equal(stems.Length, stems.Distinct().Count());
    }

    [Theory]
    [InlineData("Die Wahlen in Bayern", "wahlen bayern")]
    [InlineData("Wann tritt die Ministerin zurück?", "tritt ministerin zuruck")]
    [InlineData("Quelles sont les réformes des retraites ?", "reform retrait")]
    [InlineData("When did the minister die?", "minist die")]
    [InlineData("die hard", "die hard")]
    [InlineData("was will die union", "die union")]
    public void A_question_is_left_the_words_that_say_something(string question, string stems) =>
        Assert.Equal(stems.Split(' '), TextAnalyzer.QueryTerms(question).Select(term => term.Stem));

    [Fact]
    public void A_function_word_of_one_language_finds_no_word_of_another()
    {
        TermVector english = TextAnalyzer.Analyze("", "Many soldiers die in the war, and the son of a man knows what comes.").Vector;
        TermVector german = TextAnalyzer.Analyze("", NewsSentences.German, TextLanguage.German).Vector;
        Assert.All(TextAnalyzer.QueryTerms("Die Wahlen in Bayern und der Minister"), term => Assert.Equal(0, term.CountIn(english)));
        Assert.All(TextAnalyzer.QueryTerms("die war der man"), term => Assert.Equal(0, term.CountIn(german)));
    }

    [Fact]
    public void Another_language_s_forms_find_nothing_in_an_English_text()
    {
        TermVector english = TextAnalyzer.Analyze("New bakers", "A new mast for the old ship.").Vector;
        Assert.Equal(0, Assert.Single(TextAnalyzer.QueryTerms("news")).CountIn(english));
        Assert.Equal(0, Assert.Single(TextAnalyzer.QueryTerms("masters")).CountIn(english));
    }

    [Fact]
    public void A_name_is_found_in_every_language()
    {
        foreach (TextLanguage language in Enum.GetValues<TextLanguage>())
        {
            TermVector article = TextAnalyzer.Analyze("Macron", "Macron, Merkel, Obama, Putin, COVID-19, IT, U.S.", language).Vector;
            Assert.All(TextAnalyzer.QueryTerms("Macron Merkel Obama Putin COVID-19 IT U.S."), term => Assert.Equal(1, Math.Min(1, term.CountIn(article))));
        }
    }

    [Fact]
    public void An_elided_article_is_no_part_of_its_noun() =>
        Assert.Equal(["it_econom", "it_ital"], TextAnalyzer.Terms("dell’economia un'Italia", TextLanguage.Italian));

    [Fact]
    public void Any_text_has_a_language_and_stems_that_an_index_can_hold() =>
        Gen.Select(Texts.Any, Gen.Enum<TextLanguage>()).Sample((text, language) =>
        {
            Assert.Equal(LanguageFinder.Of(text, text, text), LanguageFinder.Of(text, text, text));
            Assert.All(TextAnalyzer.Terms(text, language), stem => Assert.InRange(stem.Length, 1, 43));
            Assert.All(TextAnalyzer.QueryTerms(text), term => Assert.Contains(term.Stem, term.Forms));
        });

    [Fact]
    public void Every_word_that_is_asked_for_has_the_stem_of_every_article_that_has_it() =>
        Gen.Select(Gen.String[Gen.Char["abcdefilmnorstuvxzéüß"], 3, 12], Gen.Enum<TextLanguage>()).Sample((word, language) =>
        {
            IReadOnlyList<string> stems = TextAnalyzer.Terms(word, language);
            IReadOnlyList<QueryTerm> asked = TextAnalyzer.QueryTerms(word);
            return stems.Count == 0 || asked.Count == 0 || asked[0].Forms.Contains(stems[0]);
        });

    [Fact]
    public void An_article_with_an_irregular_form_has_the_word()
    {
        TermVector article = TextAnalyzer.Analyze("", "The ferry ran aground, and the women were brought ashore.").Vector;

        Assert.All(TextAnalyzer.QueryTerms("run bring woman"), term => Assert.Equal(1, term.CountIn(article)));
        Assert.Equal(0, Assert.Single(TextAnalyzer.QueryTerms("founded")).CountIn(TextAnalyzer.Analyze("", "Rescuers find survivors.").Vector));
        Assert.DoesNotContain("drawn", TextAnalyzer.QueryTerms("Who is Drew Barrymore?").SelectMany(term => term.Forms));
        Assert.Equal(0, Assert.Single(TextAnalyzer.QueryTerms("left")).CountIn(TextAnalyzer.Analyze("", "They leave.").Vector));
    }
}
