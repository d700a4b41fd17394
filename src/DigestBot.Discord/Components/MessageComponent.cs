namespace DigestBot.Discord;

/// <summary>A button, menu, input, or what holds them: one form for all kinds, as on the wire. Made by the builders.</summary>
public sealed record MessageComponent
{
    public ComponentType Type { get; init; }

    /// <summary>The number that Discord gives each component of a message.</summary>
    public int? Id { get; init; }

    /// <summary>Comes back with the interaction; 1 to 100 characters.</summary>
    public string? CustomId { get; init; }

    /// <summary>A <see cref="ButtonStyle"/> or <see cref="TextInputStyle"/>, by kind.</summary>
    public int? Style { get; init; }

    public string? Label { get; init; }

    /// <summary>Of a <see cref="ComponentType.Label"/>: the line below it.</summary>
    public string? Description { get; init; }

    /// <summary>Of a link button.</summary>
    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    /// <summary>Of a text input: what stands in it.</summary>
    public string? Value { get; init; }

    /// <summary>Of a menu in a modal that was submitted: what was chosen.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>Kinds that a channel menu offers.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>Of a text display.</summary>
    public string? Content { get; init; }

    /// <summary>What a row, section or container holds.</summary>
    public IReadOnlyList<MessageComponent>? Components { get; init; }

    /// <summary>What a <see cref="ComponentType.Label"/> labels.</summary>
    public MessageComponent? Component { get; init; }

    /// <summary>What stands beside a section.</summary>
    public MessageComponent? Accessory { get; init; }

    /// <summary>This component and all within it, outside first.</summary>
    public IEnumerable<MessageComponent> SelfAndDescendants()
    {
        IEnumerable<MessageComponent?> inside = [.. Components ?? [], Component, Accessory];
        return inside.OfType<MessageComponent>().SelectMany(child => child.SelfAndDescendants()).Prepend(this);
    }
}
