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
        IReadOnlyList<InteractionOption> options = Innermost(data, action => values[CommandAction.Key] = action);
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

    /// <summary>The option that somebody is typing; null for none.</summary>
    public static InteractionOption? Focused(InteractionData data) => Innermost(data, _ => { }).FirstOrDefault(option => option.Focused);

    private static IReadOnlyList<InteractionOption> Innermost(InteractionData data, Action<string> passing)
    {
        IReadOnlyList<InteractionOption> options = data.Options;
        while (options is [{ Type: ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup } inner])
        {
            passing(inner.Name);
            options = inner.Options;
        }

        return options;
    }

    // Discord's picker gives a bare id.
    private static string Written(OptionValue value, CommandParameter? parameter) =>
        parameter?.Kind == ParameterKind.Channel && value.AsSnowflake is { } channel ? DiscordKeys.Of(channel) : value.ToString();
}
