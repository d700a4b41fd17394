using DigestBot.Chat;

namespace DigestBot.Adapters;

/// <summary>Cuts what is too long, visibly.</summary>
internal static class ShortText
{
    /// <summary>The length at which text of the bot's or its users' own is cut; never used on a sentence of news.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        string kept = text[..end];
        int open = kept.Count(c => c == Bidi.FirstStrongIsolate) - kept.Count(c => c == Bidi.PopDirectionalIsolate);
        return $"{kept}…{new string(Bidi.PopDirectionalIsolate, Math.Max(0, open))}";
    }
}
