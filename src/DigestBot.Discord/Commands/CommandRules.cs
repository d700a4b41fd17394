using System.Text.RegularExpressions;

namespace DigestBot.Discord;

/// <summary>Holds commands against the documented limits before Discord does.</summary>
internal static partial class CommandRules
{
    private const int DeepestOptions = 2;

    public static void Validate(IReadOnlyList<ApplicationCommandProperties> commands)
    {
        foreach (ApplicationCommandProperties command in commands)
        {
            Validate(command);
        }

        foreach (IGrouping<ApplicationCommandType, ApplicationCommandProperties> kind in commands.GroupBy(command => command.Type))
        {
            int most = kind.Key == ApplicationCommandType.Slash ? DiscordLimits.SlashCommands : DiscordLimits.MenuCommands;
            DiscordLimits.CheckCount(kind.Count(), most, $"commands of type {kind.Key}");
            CheckDistinct(kind.Select(command => command.Name), "commands");
        }
    }

    public static void Validate(ApplicationCommandProperties command)
    {
        CheckNames(command.Name, command.NameLocalizations, command.Type == ApplicationCommandType.Slash);
        if (command.Type == ApplicationCommandType.Slash)
        {
            CheckDescriptions(command.Description, command.DescriptionLocalizations);
            ValidateOptions(command.Options ?? [], depth: 0);
        }
        else if (command is not { Description: null or "", DescriptionLocalizations: null or { Count: 0 }, Options: null or { Count: 0 } })
        {
            throw new ArgumentException($"The command '{command.Name}' stands in a menu: it has no description and takes nothing.");
        }

        int total = CommandLength.Of(command);
        if (total > DiscordLimits.CommandTotal)
        {
            throw new ArgumentException(
                $"The command '{command.Name}' has {total} characters; Discord allows {DiscordLimits.CommandTotal}.");
        }
    }

    public static void ValidateChoices(IReadOnlyList<ApplicationCommandOptionChoice> choices)
    {
        DiscordLimits.CheckCount(choices.Count, DiscordLimits.Choices, "choices");
        foreach (ApplicationCommandOptionChoice choice in choices)
        {
            CheckTexts(choice.Name, choice.NameLocalizations, DiscordLimits.ChoiceName, "name of a choice");
            if (choice.Value.Raw is string text)
            {
                DiscordLimits.Check(text, 0, DiscordLimits.ChoiceValue, "value of a choice");
            }
        }
    }

    private static void ValidateOptions(IReadOnlyList<ApplicationCommandOption> options, int depth)
    {
        DiscordLimits.CheckCount(options.Count, DiscordLimits.CommandOptions, "options");
        CheckDistinct(options.Select(option => option.Name), "options");
        bool optional = false;
        int groups = options.Count(IsGroup);
        if (groups != 0 && (groups != options.Count || depth >= DeepestOptions))
        {
            throw new ArgumentException("Subcommands stand alone in a command or a group, and a group in a command.");
        }

        foreach (ApplicationCommandOption option in options)
        {
            ValidateOption(option, depth);
            if (option.Required == true && optional)
            {
                throw new ArgumentException($"The option '{option.Name}' is required, and stands after one that is not.");
            }

            optional |= option.Required != true;
        }
    }

    private static void ValidateOption(ApplicationCommandOption option, int depth)
    {
        CheckNames(option.Name, option.NameLocalizations, slash: true);
        CheckDescriptions(option.Description, option.DescriptionLocalizations);
        if (IsGroup(option))
        {
            if ((option.Type == ApplicationCommandOptionType.SubCommandGroup) != (option.Options ?? []).Any(IsGroup))
            {
                throw new ArgumentException($"'{option.Name}': a group holds subcommands, and a subcommand none.");
            }

            ValidateOptions(option.Options ?? [], depth + 1);
            return;
        }

        if (option.Options is { Count: > 0 })
        {
            throw new ArgumentException($"The option '{option.Name}' is no subcommand, and takes nothing.");
        }

        if (option is { Autocomplete: true, Choices.Count: > 0 })
        {
            throw new ArgumentException($"The option '{option.Name}' has choices already; it cannot be completed too.");
        }

        ValidateChoices(option.Choices ?? []);
        CheckRange(option);
    }

    private static void CheckRange(ApplicationCommandOption option)
    {
        if (option.MinLength is < 0 or > DiscordLimits.OptionString || option.MaxLength is < 1 or > DiscordLimits.OptionString
            || option.MinLength > option.MaxLength || option.MinValue > option.MaxValue)
        {
            throw new ArgumentException($"No value fits the option '{option.Name}'.");
        }

        bool isString = option.Type == ApplicationCommandOptionType.String;
        bool isNumber = option.Type is ApplicationCommandOptionType.Integer or ApplicationCommandOptionType.Number;
        if ((!isString && (option.MinLength ?? option.MaxLength) is not null)
            || (!isNumber && (option.MinValue ?? option.MaxValue) is not null)
            || (!isString && !isNumber && (option.Autocomplete == true || option.Choices is { Count: > 0 }))
            || (option.Type != ApplicationCommandOptionType.Channel && option.ChannelTypes is { Count: > 0 }))
        {
            throw new ArgumentException($"The option '{option.Name}' is limited in a way that its type does not know.");
        }
    }

    private static bool IsGroup(ApplicationCommandOption option) =>
        option.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;

    private static void CheckNames(string name, IReadOnlyDictionary<string, string>? localizations, bool slash)
    {
        CheckTexts(name, localizations, DiscordLimits.CommandName, "name of a command or option");
        foreach (string text in slash ? [name, .. localizations?.Values ?? []] : (IEnumerable<string>)[])
        {
            if (!SlashName().IsMatch(text) || !string.Equals(text.ToLowerInvariant(), text, StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{text}' cannot be a name: it has other than lower-case letters, digits, - and _.");
            }
        }
    }

    private static void CheckDescriptions(string? description, IReadOnlyDictionary<string, string>? localizations) =>
        CheckTexts(description, localizations, DiscordLimits.CommandDescription, "description of a command or option");

    private static void CheckTexts(string? text, IReadOnlyDictionary<string, string>? localizations, int longest, string what)
    {
        DiscordLimits.Check(text, 1, longest, what);
        foreach ((string locale, string localized) in localizations ?? new Dictionary<string, string>())
        {
            DiscordLimits.Check(localized, 1, longest, $"{what} ({locale})");
        }
    }

    private static void CheckDistinct(IEnumerable<string> names, string what)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two {what} are called '{twice.Key}'.");
        }
    }

    // Devanagari and Thai need their combining marks, which are no letters; .NET knows blocks, not scripts.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\uA8E0-\uA8FF\p{IsThai}]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlashName();
}
