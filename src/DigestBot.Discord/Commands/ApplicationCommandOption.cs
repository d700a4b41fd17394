namespace DigestBot.Discord;

/// <summary>What a command takes, or a subcommand of it.</summary>
public sealed record ApplicationCommandOption
{
    public required ApplicationCommandOptionType Type { get; init; }

    /// <summary>Lower case, 1 to 32 characters.</summary>
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Required options come before the others.</summary>
    public bool? Required { get; init; }

    /// <summary>At most 25; nothing else can be given then.</summary>
    public IReadOnlyList<ApplicationCommandOptionChoice>? Choices { get; init; }

    /// <summary>Of a subcommand or a group of them; at most 25.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    /// <summary>Of a string, up to 6000.</summary>
    public int? MinLength { get; init; }

    /// <summary>Of a string, 1 to 6000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Choices are asked for while somebody types; not together with <see cref="Choices"/>.</summary>
    public bool? Autocomplete { get; init; }
}
