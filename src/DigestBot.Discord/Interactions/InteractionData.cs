namespace DigestBot.Discord;

/// <summary>What an interaction is about: a command, a component or a form, by its type.</summary>
public sealed record InteractionData
{
    /// <summary>Of the command.</summary>
    public ulong Id { get; init; }

    /// <summary>Of the command.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Of the command.</summary>
    public ApplicationCommandType? Type { get; init; }

    /// <summary>The server that the command is registered in; null for a global one.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>What was given to the command; subcommands hold their own.</summary>
    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>The user or message that a context menu command was used on.</summary>
    public ulong? TargetId { get; init; }

    /// <summary>What the ids in options and values stand for.</summary>
    public ResolvedData Resolved { get; init => field = value ?? new(); } = new();

    /// <summary>Of the component or the form.</summary>
    public string? CustomId { get; init; }

    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a menu.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>What was submitted in a form.</summary>
    public IReadOnlyList<MessageComponent> Components { get; init => field = value ?? []; } = [];

    /// <summary>The text typed into an input of the form; null if there is none of that id.</summary>
    public string? InputValue(string customId) => Components
        .SelectMany(component => component.SelfAndDescendants())
        .FirstOrDefault(component => component.CustomId == customId)?.Value;
}
