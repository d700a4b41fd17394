namespace DigestBot.Summaries;

/// <summary>A stretch of a text, counted in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Number of code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The stretch itself, character for character.</summary>
    /// <param name="text">The text that this span was made for.</param>
    /// <returns>A copy of the characters from <see cref="Start"/> up to <see cref="End"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }
}
