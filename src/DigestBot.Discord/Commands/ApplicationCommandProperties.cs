namespace DigestBot.Discord;

/// <summary>A command to be registered.</summary>
public sealed record ApplicationCommandProperties
{
    /// <summary>A slash command unless it says otherwise.</summary>
    public ApplicationCommandType Type
    {
        get;
        init => field = value == default ? ApplicationCommandType.Slash : value;
    } = ApplicationCommandType.Slash;

    /// <summary>Lower case and 1 to 32 letters, digits, - and _ for a slash command; 1 to 32 characters for a menu's.</summary>
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters; none for a menu's command.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25; only of slash commands.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>
    /// What a member needs to see it, until the server decides otherwise; <see cref="GuildPermission.None"/> for administrators
    /// only.
    /// </summary>
    public GuildPermission? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used; only of global commands.</summary>
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    /// <summary>For which installations it exists; only of global commands.</summary>
    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }

    public bool? Nsfw { get; init; }
}
