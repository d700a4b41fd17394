using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>A country, or another land that news call by its name.</summary>
/// <param name="Names">What it is called in English.</param>
/// <param name="Others">What its people are called, and where it is governed from.</param>
/// <param name="Elsewhere">What it is called in other languages.</param>
internal sealed record Country(IReadOnlyList<string> Names, IReadOnlyList<string> Others, IReadOnlyList<CountryName> Elsewhere)
{
    /// <summary>One line of the table.</summary>
    public static Country Parse(string line)
    {
        string[] parts = line.Split(';', StringSplitOptions.TrimEntries);
        string[] english = parts[0].Split('=');
        return new(List(english[0]), english.Length > 1 ? List(english[1]) : [], [.. parts.Skip(1).Select(CountryName.Parse)]);
    }

    /// <summary>All that it is found by, people first.</summary>
    public IEnumerable<TopicEntry> Entries() =>
        Others.Concat(Names).Select(name => new CountryName([TextLanguage.General], name)).Concat(Elsewhere).Select(name => name.ToEntry());

    private static string[] List(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A name, and the languages that use it: Irak is German, and Island in a German headline is no island.</summary>
internal sealed record CountryName(IReadOnlyList<TextLanguage> Languages, string Text)
{
    public static CountryName Parse(string part)
    {
        int space = part.IndexOf(' ', StringComparison.Ordinal);
        return new([.. part[..space].Split('+').Select(LanguageOf)], part[(space + 1)..]);
    }

    /// <summary>Its terms, each in the forms of its languages.</summary>
    public TopicEntry ToEntry()
    {
        IReadOnlyList<string>[] stems = [.. Languages.Select(language => TextAnalyzer.Terms(Text, language))];
        return new(Text, [.. stems[0].Select((stem, i) => new QueryTerm(stem, [.. stems.Select(own => own[i]).Distinct(StringComparer.Ordinal)]))], IsPhrase: false);
    }

    private static TextLanguage LanguageOf(string code) => code switch
    {
        "de" => TextLanguage.German,
        "fr" => TextLanguage.French,
        "es" => TextLanguage.Spanish,
        "it" => TextLanguage.Italian,
        "pt" => TextLanguage.Portuguese,
        "nl" => TextLanguage.Dutch,
        _ => TextLanguage.General,
    };
}
