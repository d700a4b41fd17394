using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>One thing that an article is looked through for.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Terms">Its stems; at least one.</param>
/// <param name="IsPhrase">True where its words have to stand together, in this order.</param>
internal sealed record TopicEntry(string Text, IReadOnlyList<QueryTerm> Terms, bool IsPhrase)
{
    /// <summary>Whether all its terms occur; of a phrase this is necessary and not enough.</summary>
    public bool MayBeIn(TermVector terms) => Terms.All(term => term.CountIn(terms) > 0);

    /// <summary>Whether all its terms stand in the headline.</summary>
    public bool Heads(TermVector terms) => Terms.All(term => term.IsInTitleOf(terms));

    /// <summary>Whether it has the terms of another, in the same order.</summary>
    public bool IsSameAs(TopicEntry other) => Terms.Select(term => term.Stem).SequenceEqual(other.Terms.Select(term => term.Stem), StringComparer.Ordinal);

    /// <summary>Whether its words stand together in the text, capital letters and line breaks aside.</summary>
    public bool StandsIn(string text)
    {
        string[] words = Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        for (int at = text.IndexOf(words[0], StringComparison.OrdinalIgnoreCase); at >= 0; at = Next(text, words[0], at))
        {
            if (IsEdge(text, at - 1) && End(text, at, words) is { } end && IsEdge(text, end))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string text, string word, int at) => text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);

    private static int? End(string text, int at, string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            int spaces = i == 0 ? 0 : SpacesAt(text, at);
            if (i > 0 && spaces == 0)
            {
                return null;
            }

            at += spaces;
            string word = words[i];
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return null;
            }

            at += word.Length;
        }

        return at;
    }

    private static int SpacesAt(string text, int at)
    {
        int count = 0;
        while (at + count < text.Length && char.IsWhiteSpace(text[at + count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
