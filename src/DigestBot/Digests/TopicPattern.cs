using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>What makes an article one about a topic.</summary>
/// <remarks>
/// A word that a space has not defined means all its words, whole, in any of their forms: 'ai' is not in 'Thailand'. A defined
/// topic means any of its entries; an entry of several words is a phrase. What is not defined and names a country is also found by
/// <see cref="Names"/>.
/// </remarks>
internal sealed record TopicPattern
{
    private const char Separator = ',';

    private TopicPattern(string? query, IReadOnlyList<TopicEntry> any, IReadOnlyList<TopicEntry> none, bool isDefined) =>
        (Query, Any, None, IsDefined) = (query, any, none, isDefined);

    /// <summary>Everything.</summary>
    public static TopicPattern Everything { get; } = new(null, [], [], isDefined: false);

    /// <summary>What summaries lean to; null for everything.</summary>
    public string? Query { get; }

    /// <summary>At least one of these; empty for everything, and for nothing.</summary>
    public IReadOnlyList<TopicEntry> Any { get; }

    /// <summary>None of these.</summary>
    public IReadOnlyList<TopicEntry> None { get; }

    /// <summary>True where the space has said what is meant.</summary>
    public bool IsDefined { get; }

    /// <summary>Other names of the country that is asked for, its people's and its capital's: in a headline they are as good as the word.</summary>
    public IReadOnlyList<TopicEntry> Names { get; private init; } = [];

    /// <summary>Names that stand for the word in the articles that the space sees; an article headed by one is about it too.</summary>
    public IReadOnlyList<TopicEntry> Wider { get; private init; } = [];

    public bool IsEverything => Query is null;

    /// <summary>True where only stop words are asked for: they would select everything.</summary>
    public bool IsNothing => !IsEverything && Any.Count == 0;

    /// <param name="topic">What was asked for; null or blank for everything.</param>
    /// <param name="words">What the space means by that; null where it is just its words.</param>
    public static TopicPattern Of(string? topic, TopicWords? words)
    {
        if (string.IsNullOrWhiteSpace(topic))
        {
            return Everything;
        }

        if (words is null)
        {
            TopicEntry[] any = Read([topic], arePhrases: false);
            return new(topic, any, [], isDefined: false) { Names = any is [var asked] ? CountryNames.OtherThan(asked) : [] };
        }

        return new(
            string.Join(' ', Split(words.Include)),
            Read(Split(words.Include), arePhrases: true),
            Read(Split(words.Exclude), arePhrases: true),
            isDefined: true);
    }

    /// <summary>The same, which these names stand for as well.</summary>
    public TopicPattern Widen(IReadOnlyList<string> names) =>
        this with { Wider = [.. Read(names, arePhrases: false).Where(name => !Names.Any(known => known.IsSameAs(name)))] };

    /// <summary>The same, found by no other names than these.</summary>
    public TopicPattern By(IReadOnlyList<string> names)
    {
        TopicEntry[] known = [.. Names.Where(name => names.Contains(name.Text, StringComparer.Ordinal))];
        return (this with { Names = known }).Widen(names);
    }

    /// <summary>Whether an article has none of its entries, and one of the names that stand for it in its headline.</summary>
    public bool IsWider(TermVector terms) =>
        !Any.Any(entry => entry.MayBeIn(terms)) && !Names.Any(name => name.Heads(terms)) && Wider.Any(name => name.Heads(terms));

    /// <summary>Those of <see cref="Names"/> that found an article which has not the word itself.</summary>
    public IEnumerable<string> NamesThatFound(IReadOnlyList<TermVector> articles)
    {
        TermVector[] without = [.. articles.Where(terms => !Any.Any(entry => entry.MayBeIn(terms)))];
        return Names.Where(name => without.Any(name.Heads)).Select(name => name.Text).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The entries of a list with commas, as they were written.</summary>
    public static string[] Split(string list) => list.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>How much an article is about it rather than mentioning it: 0 to 1; 1 for everything.</summary>
    public double Fit(TermVector terms) =>
        Any.Count == 0 || Names.Any(name => name.Heads(terms)) ? 1 : Any.Max(entry => TopicFit.Of(terms, entry.Terms));

    /// <summary>Whether an article is about it, as far as its terms tell; null where phrases decide.</summary>
    public bool? Judge(TermVector terms) => JudgeExclusion(terms) switch
    {
        true when Any.Any(entry => !entry.IsPhrase && entry.MayBeIn(terms)) || Names.Any(name => name.Heads(terms)) => true,
        true when !Any.Any(entry => entry.MayBeIn(terms)) => false,
        true or null => null,
        false => false,
    };

    /// <summary>True where nothing excludes an article; null where phrases decide.</summary>
    public bool? JudgeExclusion(TermVector terms) =>
        None.Any(entry => !entry.IsPhrase && entry.MayBeIn(terms)) ? false
        : None.Any(entry => entry.MayBeIn(terms)) ? null
        : true;

    /// <summary>Whether an article is about it, by its terms and its text.</summary>
    public bool Matches(TermVector terms, string text) =>
        (Any.Any(entry => IsIn(entry, terms, text)) || Names.Any(name => name.Heads(terms))) && !Excludes(terms, text);

    public bool Excludes(TermVector terms, string text) => None.Any(entry => IsIn(entry, terms, text));

    /// <summary>What phrases are looked for in.</summary>
    public static string TextOf(Article article) => $"{article.Title}\n{article.Text}";

    /// <summary>The entries that decided about an article: those that keep it away, if any does.</summary>
    public IReadOnlyList<string> FoundBy(TermVector terms, string text)
    {
        IEnumerable<TopicEntry> decided = Excludes(terms, text) ? None.Where(entry => IsIn(entry, terms, text))
            : [.. Any.Where(entry => IsIn(entry, terms, text)), .. Names.Where(name => name.Heads(terms))];
        return [.. decided.Select(entry => entry.Text)];
    }

    private static bool IsIn(TopicEntry entry, TermVector terms, string text) =>
        entry.MayBeIn(terms) && (!entry.IsPhrase || entry.StandsIn(text));

    private static TopicEntry[] Read(IReadOnlyList<string> texts, bool arePhrases) =>
    [
        .. texts.Select(text => new TopicEntry(text, TextAnalyzer.QueryTerms(text), arePhrases && IsPhrase(text)))
            .Where(entry => entry.Terms.Count > 0),
    ];

    private static bool IsPhrase(string text) => text.Any(char.IsWhiteSpace);
}
