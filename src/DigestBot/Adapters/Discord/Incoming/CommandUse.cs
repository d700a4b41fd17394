using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>One use of a command, as the router takes it.</summary>
/// <param name="Name">The command.</param>
/// <param name="Values">By name of the parameter; which action is meant is one of them.</param>
internal sealed record CommandUse(string Name, IReadOnlyDictionary<string, string> Values)
{
    public string? Action => Values.GetValueOrDefault(CommandAction.Key);

    /// <summary>Reads what Discord sends: options, or a subcommand with options of its own. Whatever comes, it is only read.</summary>
    public static CommandUse Of(InteractionData data, CommandDefinition? definition)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<InteractionOption> options = data.Options;
        while (options is [{ Type: ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup } inner])
        {
            values[CommandAction.Key] = inner.Name;
            options = inner.Options;
        }

        IReadOnlyList<CommandParameter> parameters =
            definition?.FindAction(values.GetValueOrDefault(CommandAction.Key))?.Parameters ?? definition?.Parameters ?? [];
        foreach (InteractionOption option in options)
        {
            if (option.Value is { } value)
            {
                values[option.Name] = Written(value, parameters.FirstOrDefault(parameter => parameter.Name == option.Name));
            }
        }

        return new(data.Name, values);
    }

    // Discord's picker gives a bare id.
    private static string Written(OptionValue value, CommandParameter? parameter) =>
        parameter?.Kind == ParameterKind.Channel && value.AsSnowflake is { } channel ? DiscordKeys.Of(channel) : value.ToString();
}
