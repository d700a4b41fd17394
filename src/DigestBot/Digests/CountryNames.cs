using System.Collections.Frozen;
using System.Globalization;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>By what else a country is told in headlines: its other names, its people's and its capital's (decision 34).</summary>
/// <remarks>Read once from <c>Countries.txt</c>, which says how it is written. Safe to use from many threads.</remarks>
internal static class CountryNames
{
    private const string Resource = "DigestBot.Digests.Countries.txt";
    private const char Comment = '#';

    // "Islande" has the stem of "island": names in other languages are asked for as they are written, accents aside.
    private static readonly StringComparer AsWritten = StringComparer.Create(
        CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    private static readonly Lazy<FrozenDictionary<string, Country>> ByStems = new(
        () => Index(country => country.Names.Select(name => KeyOf(TextAnalyzer.QueryTerms(name))), StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Country>> Elsewhere = new(
        () => Index(country => country.Elsewhere.Select(name => name.Text), AsWritten));

    /// <summary>Whether this is what a country is called, in English or its name in another language.</summary>
    public static bool IsOne(string name) =>
        Elsewhere.Value.ContainsKey(name.Trim()) || ByStems.Value.ContainsKey(KeyOf(TextAnalyzer.QueryTerms(name)));

    /// <summary>What else stands for a country in headlines, each in its own language; empty for what is none.</summary>
    /// <param name="asked">What is asked for.</param>
    public static IReadOnlyList<TopicEntry> OtherThan(TopicEntry asked) =>
        ByStems.Value.TryGetValue(KeyOf(asked.Terms), out Country? country) || Elsewhere.Value.TryGetValue(asked.Text.Trim(), out country)
            ? [.. country.Entries().Where(entry => !IsFoundBy(asked.Terms, entry))]
            : [];

    /// <summary>The table.</summary>
    public static IEnumerable<Country> Read()
    {
        using Stream stream = typeof(CountryNames).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != Comment)
            {
                yield return Country.Parse(line);
            }
        }
    }

    // A name of two countries is the first's.
    private static FrozenDictionary<string, Country> Index(Func<Country, IEnumerable<string>> keys, StringComparer comparer) =>
        Read().SelectMany(country => keys(country).Select(key => (Key: key, Country: country)))
            .DistinctBy(name => name.Key, comparer)
            .ToFrozenDictionary(name => name.Key, name => name.Country, comparer);

    // What has these words already is found by them: Great Britain, where Britain is asked for.
    private static bool IsFoundBy(IReadOnlyList<QueryTerm> asked, TopicEntry entry) =>
        asked.All(term => entry.Terms.Any(own => own.Forms.All(form => term.Forms.Contains(form, StringComparer.Ordinal))));

    private static string KeyOf(IReadOnlyList<QueryTerm> terms) => string.Join(' ', terms.Select(term => term.Stem));
}
