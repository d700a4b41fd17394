using DigestBot.Answers;
using DigestBot.Chat;

namespace DigestBot.Adapters;

/// <summary>Says which articles were searched, where not all of them were.</summary>
internal static class NarrowText
{
    private const int MostSources = 5;
    private const int LongestSource = 60;

    /// <summary>As in "articles in German from Reuters"; null where every language and source was searched.</summary>
    public static string? Of(Searched searched, Phrases phrases) => (searched.Language, searched.Sources) switch
    {
        (null, null) => null,
        ({ } language, null) => phrases.NarrowLanguage(NameOf(language, phrases)),
        (null, { } sources) => phrases.NarrowSources(List(sources, phrases)),
        ({ } language, { } sources) => phrases.NarrowBoth(NameOf(language, phrases), List(sources, phrases)),
    };

    /// <summary>A language by its name in the reader's.</summary>
    public static string NameOf(string code, Phrases phrases) => phrases.LanguageNames
        .Split(", ")
        .FirstOrDefault(name => name.StartsWith($"{code} ", StringComparison.Ordinal))?[(code.Length + 1)..] ?? code;

    private static string List(IReadOnlyList<string> sources, Phrases phrases)
    {
        string shown = phrases.List(sources.Take(MostSources).Select(source => ShortText.Of(source, LongestSource)));
        return sources.Count > MostSources ? $"{shown}…" : shown;
    }
}
