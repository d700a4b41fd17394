using System.CommandLine;
using System.CommandLine.Parsing;
using DigestBot.Chat;

namespace DigestBot.Cli;

/// <summary>Makes arguments; several words are one text, so that quotation marks are not needed.</summary>
internal static class CliArgument
{
    /// <summary>All words as one text, up to a limit; null when there are none and none are required.</summary>
    public static Argument<string?> Words(
        string name,
        string description,
        bool required,
        int longest,
        Func<long, long, string> tooLong,
        Phrases phrases) =>
        new(name)
        {
            Description = description,
            HelpName = name,
            Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
            CustomParser = result => Join(name, result, longest, tooLong, phrases),
        };

    public static Argument<string> One(string name, string description) =>
        new(name) { Description = description, HelpName = name };

    public static Argument<string[]> Many(string name, string description) =>
        new(name) { Description = description, HelpName = name, Arity = ArgumentArity.OneOrMore };

    private static string? Join(
        string name, ArgumentResult result, int longest, Func<long, long, string> tooLong, Phrases phrases)
    {
        string text = string.Join(' ', result.Tokens.Select(token => token.Value)).Trim();
        if (text.Length > longest)
        {
            result.AddError(tooLong(longest, text.Length));
        }
        else if (text.Length == 0 && result.Tokens.Count > 0)
        {
            result.AddError(phrases.UsageEmpty(name));
        }

        return text.Length == 0 ? null : text;
    }
}
