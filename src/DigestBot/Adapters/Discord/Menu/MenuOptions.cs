using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Menu;

/// <summary>Makes of what a command takes the options that Discord shows.</summary>
internal static class MenuOptions
{
    // What is added is asked for in a form where the command lacks it, so Discord must let the command through.
    private const string HasForm = "add";

    // Where digests can be posted. Media channels too, but Discord's specification knows them not as a choice of a picker.
    private static readonly ChannelType[] Postable =
    [
        ChannelType.Text, ChannelType.News, ChannelType.NewsThread, ChannelType.PublicThread, ChannelType.PrivateThread,
        ChannelType.Forum,
    ];

    /// <returns>Null where it takes nothing.</returns>
    public static IReadOnlyList<ApplicationCommandOption>? Of(CommandDefinition definition)
    {
        ApplicationCommandOption[] options = definition.Actions.Count > 0
            ? [.. definition.Actions.Select(Of)]
            : Of(definition.Parameters);
        return options.Length > 0 ? options : null;
    }

    private static ApplicationCommandOption Of(CommandAction action) => new()
    {
        Type = ApplicationCommandOptionType.SubCommand,
        Name = action.Name,
        Description = action.Describe(Phrases.English),
        DescriptionLocalizations = MenuLocales.Of(action.Describe),
        Options = action.Parameters.Count > 0 ? [.. Of(action.Parameters).Select(option => Asked(action, option))] : null,
    };

    private static ApplicationCommandOption Asked(CommandAction action, ApplicationCommandOption option) =>
        action.Name == HasForm ? option with { Required = null } : option;

    // Discord wants those first that must be given.
    private static ApplicationCommandOption[] Of(IReadOnlyList<CommandParameter> parameters) =>
        [.. parameters.OrderBy(parameter => !parameter.Required).Select(Of)];

    private static ApplicationCommandOption Of(CommandParameter parameter)
    {
        var option = new ApplicationCommandOption
        {
            Type = TypeOf(parameter.Kind),
            Name = parameter.Name,
            Description = parameter.Describe(Phrases.English),
            DescriptionLocalizations = MenuLocales.Of(parameter.Describe),
            Required = parameter.Required ? true : null,
        };
        return option.Type switch
        {
            ApplicationCommandOptionType.Integer when parameter.Range is { } range => option with { MinValue = range.Least, MaxValue = range.Most },
            ApplicationCommandOptionType.Channel => option with { ChannelTypes = Postable },
            ApplicationCommandOptionType.String when parameter.Choices.Count > 0 =>
                option with { Choices = [.. parameter.Choices.Select(choice => new ApplicationCommandOptionChoice(choice, choice))] },
            ApplicationCommandOptionType.String => option with
            {
                MaxLength = parameter.MaxLength,
                Autocomplete = parameter.Suggests != SuggestionSource.None ? true : null,
            },
            _ => option,
        };
    }

    private static ApplicationCommandOptionType TypeOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Stories => ApplicationCommandOptionType.Integer,
        ParameterKind.Switch => ApplicationCommandOptionType.Boolean,
        ParameterKind.Channel => ApplicationCommandOptionType.Channel,
        ParameterKind.Role => ApplicationCommandOptionType.Role,
        _ => ApplicationCommandOptionType.String,
    };
}
