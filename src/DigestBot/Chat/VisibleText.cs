namespace DigestBot.Chat;

/// <summary>
/// Text from outside, made safe to show on one line: a character that would steer a terminal, break a line or reorder
/// what stands around it is replaced by one that can be seen, one for one. All other text stays as it is.
/// </summary>
internal static class VisibleText
{
    private const char Unknown = '\uFFFD';

    /// <summary>Doing it twice changes nothing: isolates that begin and end inside the text stay.</summary>
    public static string Of(string text)
    {
        char[]? shown = null;
        Stack<int>? open = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == Bidi.FirstStrongIsolate)
            {
                (open ??= new()).Push(i);
            }
            else if ((text[i] != Bidi.PopDirectionalIsolate || open?.TryPop(out _) is not true)
                && Replace(text, i) is var replaced && replaced != text[i])
            {
                (shown ??= text.ToCharArray())[i] = replaced;
            }
        }

        // An isolate that does not end would take what follows the text along.
        foreach (int unended in open ?? [])
        {
            (shown ??= text.ToCharArray())[unended] = Unknown;
        }

        return shown is null ? text : new string(shown);
    }

    private static char Replace(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029' => ' ',
        < ' ' and var control => (char)('\u2400' + control),
        '\u007F' => '\u2421',
        > '\u007F' and < '\u00A0' => Unknown,
        >= '\u202A' and <= '\u202E' => Unknown, // embeddings and overrides
        >= '\u2066' and <= '\u206F' => Unknown, // isolates and deprecated format characters
        >= '\uFFF9' and <= '\uFFFB' => Unknown, // interlinear annotation
        >= '\uD800' and <= '\uDFFF' and var half => IsShown(text, index) ? half : Unknown,
        var other => other,
    };

    // False for half a surrogate pair, and for the invisible tags U+E0000 to U+E007F.
    private static bool IsShown(string text, int index)
    {
        int high = char.IsHighSurrogate(text[index]) ? index : index - 1;
        return high >= 0 && high + 1 < text.Length
            && char.IsSurrogatePair(text[high], text[high + 1])
            && char.ConvertToUtf32(text[high], text[high + 1]) is not (>= 0xE0000 and <= 0xE007F);
    }
}
