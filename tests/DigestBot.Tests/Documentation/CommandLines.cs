using System.Text;
using System.Text.RegularExpressions;

namespace DigestBot.Tests.Documentation;

/// <summary>The command lines of ours that a document shows, in blocks of code and within sentences.</summary>
internal static partial class CommandLines
{
    private const char Stop = '\0';

    /// <summary>Each line as it is shown.</summary>
    public static IEnumerable<string> In(string markdown) => markdown.ReplaceLineEndings("\n").Split('\n')
        .SelectMany(line => InlineCode().Matches(line).Select(code => code.Groups[1].Value).Append(line))
        .Where(text => Ours().IsMatch(text));

    /// <summary>What the program gets of a line, as a shell would split it.</summary>
    public static string[] Arguments(string line) => [.. Split(Ours().Match(line).Groups[1].Value)];

    // Quotes keep words together; a comment, a pipe or a redirection ends what is ours.
    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        bool any = false;
        char quote = Stop;
        foreach (char c in text.Append(' '))
        {
            if (quote == Stop && c is '#' or '|' or '>' or ';' or '&' && !any)
            {
                yield break;
            }

            if (c == quote)
            {
                quote = Stop;
            }
            else if (quote == Stop && c is '"' or '\'')
            {
                (quote, any) = (c, true);
            }
            else if (quote != Stop || c != ' ')
            {
                word.Append(c);
                any = true;
            }
            else if (any)
            {
                yield return word.ToString();
                word.Clear();
                any = false;
            }
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InlineCode();

    // COMMAND stands for any of them.
    [GeneratedRegex(@"^\s*(?:\$ )?(?:sudo -u \w+ )?(?:[A-Z]\w*=(?:'[^']*'|\S*) )*(?:digestbot|dotnet run --project src/DigestBot(?: --)?)(?![\w.\-/@:])((?!.* COMMAND\b).*)$")]
    private static partial Regex Ours();
}
