using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>A line of a post's trail: short, visible, and without what might be a secret.</summary>
internal static class TrailNote
{
    private const int Longest = 200;

    /// <summary>What a platform said, in one line.</summary>
    public static string Of(string text)
    {
        string line = VisibleText.Of(text);
        if (line.Length <= Longest)
        {
            return line;
        }

        // A pair of surrogates is one character.
        int end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..end] + "…";
    }

    /// <summary>Only what kind of error: its message may hold an address with a token in it.</summary>
    public static string Of(Exception exception) => exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
        ? $"{nameof(HttpRequestException)}: {http.HttpRequestError}"
        : exception.GetType().Name;
}
