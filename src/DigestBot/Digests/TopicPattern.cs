using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>What makes an article one about a topic.</summary>
/// <remarks>
/// A word that a space has not defined means all its words, whole, in any of their forms: 'ai' is not in 'Thailand'. A defined
/// topic means any of its entries; an entry of several words is a phrase.
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

        return words is null
            ? new(topic, Read([topic], arePhrases: false), [], isDefined: false)
            : new(
                string.Join(' ', Split(words.Include)),
                Read(Split(words.Include), arePhrases: true),
                Read(Split(words.Exclude), arePhrases: true),
                isDefined: true);
    }

    /// <summary>The same, which these names stand for as well.</summary>
    public TopicPattern Widen(IReadOnlyList<string> names) => this with { Wider = Read([.. names], arePhrases: false) };

    /// <summary>Whether an article has none of its entries, and one of the names that stand for it in its headline.</summary>
    public bool IsWider(TermVector terms) =>
        !Any.Any(entry => entry.MayBeIn(terms)) && Wider.Any(entry => entry.Terms.All(term => term.IsInTitleOf(terms)));

    /// <summary>The entries of a list with commas, as they were written.</summary>
    public static string[] Split(string list) => list.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>How much an article is about it rather than mentioning it: 0 to 1; 1 for everything.</summary>
    public double Fit(TermVector terms) => Any.Count == 0 ? 1 : Any.Max(entry => TopicFit.Of(terms, entry.Terms));

    /// <summary>Whether an article is about it, as far as its terms tell; null where phrases decide.</summary>
    public bool? Judge(TermVector terms) => JudgeExclusion(terms) switch
    {
        true when Any.Any(entry => !entry.IsPhrase && entry.MayBeIn(terms)) => true,
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
    public bool Matches(TermVector terms, string text) => Any.Any(entry => IsIn(entry, terms, text)) && !Excludes(terms, text);

    public bool Excludes(TermVector terms, string text) => None.Any(entry => IsIn(entry, terms, text));

    /// <summary>What phrases are looked for in.</summary>
    public static string TextOf(Article article) => $"{article.Title}\n{article.Text}";

    public static bool IsIn(TopicEntry entry, TermVector terms, string text) =>
        entry.MayBeIn(terms) && (!entry.IsPhrase || entry.StandsIn(text));

    private static TopicEntry[] Read(string[] texts, bool arePhrases) =>
    [
        .. texts.Select(text => new TopicEntry(text, TextAnalyzer.QueryTerms(text), arePhrases && IsPhrase(text)))
            .Where(entry => entry.Terms.Count > 0),
    ];

    private static bool IsPhrase(string text) => text.Any(char.IsWhiteSpace);
}
