using System.CommandLine;
using System.CommandLine.Parsing;
using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Cli;

/// <summary>Says in one sentence what is wrong with a command line.</summary>
internal static class UsageError
{
    /// <returns>Null when nothing is wrong.</returns>
    public static string? Explain(ParseResult result, Phrases phrases)
    {
        string? stray = StrayOption(result);
        if (stray is null && result.Errors.Count == 0)
        {
            return null;
        }

        string what = Unknown(stray ?? (result.UnmatchedTokens is [var first, ..] ? first : null), result, phrases)
            ?? Missing(result, phrases)
            ?? result.Errors[0].Message;
        return $"{what} {phrases.UsageHelp(Help(result))}";
    }

    // Arguments that take several words would take a mistyped option for one of them. Behind "--" everything is text.
    private static string? StrayOption(ParseResult result)
    {
        HashSet<Token> options = [.. result.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Value is ['-', _, ..] && !token.Value.Any(char.IsWhiteSpace))];
        return result.CommandResult.Command.Arguments
            .SelectMany(argument => result.GetResult(argument)?.Tokens ?? [])
            .FirstOrDefault(options.Contains)?.Value;
    }

    // An unknown word explains best what went wrong: it is often why something else seems to be missing.
    private static string? Unknown(string? word, ParseResult result, Phrases phrases)
    {
        if (word is null)
        {
            return null;
        }

        Command command = result.CommandResult.Command;
        IEnumerable<string> known = word.StartsWith('-')
            ? Options(result).Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        return NearestName.Of(word, known) is { } guess
            ? phrases.UsageUnknownGuess(word, guess)
            : phrases.UsageUnknown(word);
    }

    private static IEnumerable<Option> Options(ParseResult result) => result.CommandResult.Command.Options
        .Concat(result.RootCommandResult.Command.Options.Where(option => option.Recursive));

    // The library's own sentence for this exists in few languages.
    private static string? Missing(ParseResult result, Phrases phrases)
    {
        Command command = result.CommandResult.Command;
        if (command.Subcommands.Count > 0 && command.Action is null)
        {
            string names = string.Join('|', command.Subcommands.Select(subcommand => subcommand.Name));
            return phrases.UsageMissing(names, command.Name);
        }

        Argument? argument = command.Arguments.FirstOrDefault(candidate =>
            candidate.Arity.MinimumNumberOfValues > 0
            && result.GetResult(candidate) is null or { Tokens.Count: 0 });
        return argument is null ? null : phrases.UsageMissing(argument.Name, command.Name);
    }

    private static string Help(ParseResult result)
    {
        var path = new Stack<string>();
        for (SymbolResult? at = result.CommandResult; at is CommandResult command; at = at.Parent)
        {
            path.Push(command.Command is RootCommand ? DigestBotCli.Name : command.Command.Name);
        }

        return string.Join(' ', path.Append("--help"));
    }
}
