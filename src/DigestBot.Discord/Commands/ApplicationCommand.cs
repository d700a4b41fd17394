namespace DigestBot.Discord;

/// <summary>A command as it is registered.</summary>
public sealed record ApplicationCommand
{
    public ulong Id { get; init; }

    /// <summary>A slash command unless it says otherwise.</summary>
    public ApplicationCommandType Type
    {
        get;
        init => field = value == default ? ApplicationCommandType.Slash : value;
    } = ApplicationCommandType.Slash;

    public ulong ApplicationId { get; init; }

    /// <summary>Null for a global command.</summary>
    public ulong? GuildId { get; init; }

    public string Name { get; init => field = value ?? ""; } = "";

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public string Description { get; init => field = value ?? ""; } = "";

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<ApplicationCommandOption> Options { get; init => field = value ?? []; } = [];

    public GuildPermission? DefaultMemberPermissions { get; init; }

    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }

    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }

    public bool Nsfw { get; init; }

    /// <summary>Grows whenever Discord changes it.</summary>
    public ulong Version { get; init; }
}
