using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Documentation;

/// <summary>A Markdown document as far as tests ask about it: its links, its headings, its length.</summary>
internal sealed partial class MarkdownFile(string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>How many lines it has.</summary>
    public int Length => _lines.Length;

    /// <summary>Headings without their marks, in order.</summary>
    public IEnumerable<string> Headings() =>
        from line in Prose()
        let heading = Heading().Match(line)
        where heading.Success
        select heading.Groups[1].Value;

    /// <summary>Targets of links and images, in order; what stands in code is none.</summary>
    public IEnumerable<string> Links() =>
        from line in Prose()
        from link in Link().Matches(Code().Replace(line, ""))
        select link.Groups[1].Value;

    /// <summary>The part of an address after '#' that leads to each heading, as GitHub makes it.</summary>
    public IEnumerable<string> Anchors() => Headings().Select(Anchor);

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (char letter in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                anchor.Append(letter);
            }
            else if (letter == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    private IEnumerable<string> Prose()
    {
        bool fenced = false;
        foreach (string line in _lines)
        {
            bool fence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            fenced ^= fence;
            if (!fenced && !fence)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex("^#{1,6} +(.+?) *#*$")]
    private static partial Regex Heading();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    // [text](target), [text](target "title") and [name]: target
    [GeneratedRegex(@"(?:\]\(|^\[[^\]]+\]: *)<?([^\s()<>]+)")]
    private static partial Regex Link();
}
