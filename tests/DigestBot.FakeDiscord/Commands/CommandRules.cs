using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Commands;

/// <summary>What Discord takes as the definition of a command.</summary>
internal static partial class CommandRules
{
    private const int LongestTogether = 8000;
    private const int SlashCommand = 1;
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;

    private static readonly (int Type, int Most)[] Quotas = [(1, 100), (2, 15), (3, 15)];

    public static Reply? CheckAll(IReadOnlyList<JsonNode?> definitions)
    {
        var errors = new FormErrors();
        for (int i = 0; i < definitions.Count; i++)
        {
            Check(errors, $"{i}.", definitions[i]);
        }

        foreach ((int type, int most) in Quotas)
        {
            if (definitions.Count(definition => Type(definition) == type) > most)
            {
                errors.Add("", "MAX_APPLICATION_COMMANDS_EXCEEDED", $"Maximum number of commands of type {type} reached ({most}).");
            }
        }

        if (definitions.Select(d => (Type(d), d.Text("name"))).Distinct().Count() != definitions.Count)
        {
            errors.Add("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }

        return errors.ToRefusal();
    }

    public static Reply? CheckOne(JsonNode? definition)
    {
        var errors = new FormErrors();
        Check(errors, "", definition);
        return errors.ToRefusal();
    }

    /// <summary>The characters that count for the limit of one command.</summary>
    public static int Size(JsonNode? node) =>
        Longest(node, "name") + Longest(node, "description") + (node.Text("value")?.Length ?? 0)
        + node.List("options").Concat(node.List("choices")).Sum(Size);

    private static long Type(JsonNode? definition) => definition.Number("type") ?? SlashCommand;

    private static void Check(FormErrors errors, string path, JsonNode? definition)
    {
        bool isSlash = Type(definition) == SlashCommand;
        string? name = definition.Text("name");
        if (isSlash)
        {
            CheckName(errors, path, name, definition.Field("name_localizations"));
            errors.Length($"{path}description", definition.Text("description"), 100, least: 1);
        }
        else
        {
            errors.Length($"{path}name", name, 32, least: 1);
            if (!string.IsNullOrEmpty(definition.Text("description")) || definition.List("options").Count > 0)
            {
                errors.Add(
                    $"{path}description",
                    "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED",
                    "Context menu commands cannot have description");
            }
        }

        CheckOptions(errors, $"{path}options", definition.List("options"), depth: 0);
        if (Size(definition) > LongestTogether)
        {
            errors.Add($"{path}name", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({LongestTogether})");
        }
    }

    private static void CheckName(FormErrors errors, string path, string? name, JsonNode? localizations)
    {
        errors.Length($"{path}name", name, 32, least: 1);
        IEnumerable<string?> all = localizations is JsonObject names ? [name, .. names.Select(pair => pair.Value?.ToString())] : [name];
        if (all.Any(each => !string.IsNullOrEmpty(each) && (!Name().IsMatch(each) || each.Any(char.IsUpper))))
        {
            errors.Add($"{path}name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static void CheckOptions(FormErrors errors, string path, IReadOnlyList<JsonNode?> options, int depth)
    {
        errors.Count(path, options.Count, 25);
        if (options.Select(option => option.Text("name")).Distinct().Count() != options.Count)
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique");
        }

        bool seenOptional = false;
        for (int i = 0; i < options.Count; i++)
        {
            CheckOption(errors, $"{path}.{i}.", options[i], depth);
            bool isRequired = options[i].Flag("required") == true;
            bool isSub = options[i].Number("type") is SubCommand or SubCommandGroup;
            if (isRequired && seenOptional)
            {
                errors.Add(
                    $"{path}.{i}",
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            }

            seenOptional |= !isRequired && !isSub;
        }

        int subs = options.Count(option => option.Number("type") is SubCommand or SubCommandGroup);
        if (subs > 0 && subs < options.Count)
        {
            errors.Add(
                path,
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to other types");
        }
    }

    private static void CheckOption(FormErrors errors, string path, JsonNode? option, int depth)
    {
        long? type = option.Number("type");
        if (type is null or < 1 or > 11 || (type == SubCommandGroup && depth > 0) || (type == SubCommand && depth > 1))
        {
            errors.Choices($"{path}type", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
        }

        CheckName(errors, path, option.Text("name"), option.Field("name_localizations"));
        errors.Length($"{path}description", option.Text("description"), 100, least: 1);
        IReadOnlyList<JsonNode?> choices = option.List("choices");
        errors.Count($"{path}choices", choices.Count, 25);
        for (int i = 0; i < choices.Count; i++)
        {
            errors.Length($"{path}choices.{i}.name", choices[i].Text("name"), 100, least: 1);
            errors.Length($"{path}choices.{i}.value", choices[i].Text("value"), 100);
        }

        if (option.Flag("autocomplete") == true && (choices.Count > 0 || type is not (3 or 4 or 10)))
        {
            errors.Add(
                $"{path}autocomplete",
                "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_CONFLICT",
                "Choices and autocomplete are mutually exclusive");
        }

        CheckOptions(errors, $"{path}options", option.List("options"), depth + 1);
    }

    private static int Longest(JsonNode? node, string name)
    {
        int own = node.Text(name)?.Length ?? 0;
        return node.Field($"{name}_localizations") is JsonObject localized
            ? localized.Select(pair => pair.Value?.ToString().Length ?? 0).Append(own).Max()
            : own;
    }

    // The scripts Devanagari and Thai, whose vowel signs are marks, are named apart from letters and digits.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$")]
    private static partial Regex Name();
}
