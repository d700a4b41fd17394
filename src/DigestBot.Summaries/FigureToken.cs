using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>One word of a sentence that figures are looked for in.</summary>
/// <param name="Word">Folded, without marks.</param>
/// <param name="Stem">Empty for a stop word.</param>
/// <param name="IsName">Whether it begins with a capital, except at the start of the sentence.</param>
/// <param name="Before">The character before it.</param>
/// <param name="After">The character behind it.</param>
/// <param name="Breaks">Whether a comma, a stop or a bracket stands between it and the word before.</param>
internal readonly record struct FigureToken(string Word, string Stem, bool IsName, char Before, char After, bool Breaks)
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create(",;:()\u2014\u2013.?!");

    public static FigureToken[] Read(ReadOnlySpan<char> sentence, bool keepNames)
    {
        var tokens = new List<FigureToken>();
        var reader = new TermReader(sentence);
        int end = 0;
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            tokens.Add(new(
                reader.Folded.ToString(),
                term.Stem,
                tokens.Count > 0 && char.IsUpper(sentence[reader.Start]),
                reader.Start > 0 ? sentence[reader.Start - 1] : ' ',
                reader.End < sentence.Length ? sentence[reader.End] : ' ',
                sentence[end..reader.Start].ContainsAny(Breaking)));
            end = reader.End;
        }

        return [.. tokens];
    }
}
