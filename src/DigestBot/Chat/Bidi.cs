namespace DigestBot.Chat;

/// <summary>Keeps text of one direction from disturbing text of the other.</summary>
internal static class Bidi
{
    /// <summary>First strong isolate: what follows finds its own direction.</summary>
    public const char FirstStrongIsolate = '\u2068';

    public const char PopDirectionalIsolate = '\u2069';

    /// <summary>Makes a line that begins with it run from right to left.</summary>
    public const char RightToLeftMark = '\u200F';

    public static string Isolate(string text) => $"{FirstStrongIsolate}{text}{PopDirectionalIsolate}";

    /// <summary>Whether any character belongs to a script that runs from right to left.</summary>
    public static bool HasRightToLeft(string text) => text.AsSpan().IndexOfAnyInRange('\u0590', '\u08FF') >= 0
        || text.AsSpan().IndexOfAnyInRange('\uFB1D', '\uFDFF') >= 0
        || text.AsSpan().IndexOfAnyInRange('\uFE70', '\uFEFC') >= 0
        || text.AsSpan().IndexOfAny("\uD802\uD803\uD83A\uD83B") >= 0;
}
