namespace DigestBot.Discord;

/// <summary>A value given to a command, or the subcommand that was chosen with its own values.</summary>
public sealed record InteractionOption
{
    public string Name { get; init => field = value ?? ""; } = "";

    public ApplicationCommandOptionType Type { get; init; }

    /// <summary>Null for a subcommand. While somebody types, whatever stands there, even for a number.</summary>
    public OptionValue? Value { get; init; }

    /// <summary>Of a subcommand.</summary>
    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>This is what somebody is typing.</summary>
    public bool Focused { get; init; }
}
