namespace DigestBot.Ingest.Robots;

/// <summary>One line that allows or forbids paths.</summary>
internal sealed class RobotsRule
{
    private readonly string[] _parts;
    private readonly bool _isAnchored;

    /// <param name="allows">What it does to the paths that it matches.</param>
    /// <param name="pattern">A path; <c>*</c> stands for anything, <c>$</c> at the end for the end.</param>
    public RobotsRule(bool allows, string pattern)
    {
        string escaped = RobotsPath.Escape(pattern);
        Allows = allows;
        Length = escaped.Length;
        _isAnchored = escaped.EndsWith('$');
        _parts = (_isAnchored ? escaped[..^1] : escaped).Split('*');
    }

    public bool Allows { get; }

    /// <summary>Of the pattern: the longest that matches decides.</summary>
    public int Length { get; }

    // Each part is looked for where the part before it ends first; so no pattern can make this go back.
    public bool Matches(ReadOnlySpan<char> path)
    {
        if (Length == 0 || !path.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> rest = path[_parts[0].Length..];
        if (_parts.Length == 1)
        {
            return !_isAnchored || rest.IsEmpty;
        }

        foreach (string part in _parts.AsSpan(1, _parts.Length - 2))
        {
            int at = rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return _isAnchored ? rest.EndsWith(_parts[^1], StringComparison.Ordinal) : rest.IndexOf(_parts[^1], StringComparison.Ordinal) >= 0;
    }
}
