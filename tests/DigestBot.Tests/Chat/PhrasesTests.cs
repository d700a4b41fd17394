using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

/// <summary>The bot's own sentences exist in every language, and say the same.</summary>
public sealed partial class PhrasesTests
{
    private static readonly ResourceManager Resources = new("DigestBot.Chat.Phrases", typeof(Phrases).Assembly);

    // Words that French took from the same place as English.
    private static readonly string[] SameInFrench = ["ColumnArticles", "ColumnSource", "SourcesFound"];

    public static TheoryData<string> Translations => [.. Phrases.Languages.Where(language => language != "en")];

    [Fact]
    public void Every_sentence_has_a_member_and_every_member_a_sentence()
    {
        string[] others =
        [
            nameof(Phrases.Languages), nameof(Phrases.English), nameof(Phrases.Language), nameof(Phrases.Culture),
            nameof(Phrases.RightToLeft), nameof(Phrases.Find), nameof(Phrases.List), nameof(Phrases.Insert), nameof(Phrases.Isolate),
            nameof(Phrases.LanguageName),
        ];
        IEnumerable<string> members = typeof(Phrases)
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Except(others);

        Assert.Equal(Keys("en").Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_translation_is_complete_and_fills_in_the_same(string language)
    {
        Assert.Equal(Keys("en").Order(StringComparer.Ordinal), Keys(language).Order(StringComparer.Ordinal));
        Assert.All(Keys(language), key => Assert.Equal(Placeholders(Text("en", key)), Placeholders(Text(language, key))));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Nothing_is_left_in_English(string language)
    {
        string[] letters = [.. Keys(language).Where(key => Text("en", key).Any(char.IsAsciiLetter) && !key.EndsWith("Pattern", StringComparison.Ordinal))];

        Assert.NotEmpty(letters);
        Assert.All(
            letters.Except(language == "fr" ? SameInFrench : []),
            key => Assert.NotEqual(Text("en", key), Text(language, key)));
    }

    [Fact]
    public void Arabic_sentences_are_in_Arabic() => Assert.All(
        Keys("ar").Where(key => Text("en", key).Any(char.IsAsciiLetter)
            && !key.EndsWith("Pattern", StringComparison.Ordinal)
            && key != nameof(Phrases.ParameterAction)),
        key => Assert.True(Bidi.HasRightToLeft(Text("ar", key)), key));

    [Theory]
    [InlineData("fr-CA", "fr")]
    [InlineData("AR", "ar")]
    [InlineData("en_GB", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_regional_tag_finds_its_language(string? tag, string language) =>
        Assert.Equal(language, Phrases.Find(tag)?.Language);

    [Theory]
    [InlineData("xx")]
    [InlineData("english")]
    [InlineData("../fr")]
    public void An_unknown_language_is_not_guessed(string tag) => Assert.Null(Phrases.Find(tag));

    [Fact]
    public void Counts_are_written_as_the_language_writes_them()
    {
        Assert.Equal("Articles searched: 1,234,567", Phrases.English.ArticlesSearched(1_234_567));
        Assert.DoesNotContain(",", Phrases.Find("fr")!.ArticlesSearched(1_234_567), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("Articles searched: 1,234", Phrases.English.ArticlesSearched(1234));
            Assert.Equal("fr", Phrases.Find("FR-fr")?.Language);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Words_from_outside_cannot_steer_a_sentence()
    {
        Assert.Equal("Nothing about “␛[2Jiraq {0}” in the stored news.", Phrases.English.DigestEmpty("\u001b[2Jiraq {0}"));
        Assert.Contains("\u2068iraq\u2069", Phrases.Find("ar")!.DigestEmpty("iraq"), StringComparison.Ordinal);
    }

    private static string Text(string language, string key) =>
        Set(language).GetString(key) ?? throw new InvalidOperationException(key);

    private static IEnumerable<string> Keys(string language) =>
        Set(language).Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);

    // tryParents: false, so that a missing translation is missing and not English.
    private static ResourceSet Set(string language) => Resources.GetResourceSet(
        language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), true, tryParents: false)
        ?? throw new InvalidOperationException($"No sentences in {language}.");

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
