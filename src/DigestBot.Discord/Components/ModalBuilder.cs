namespace DigestBot.Discord;

/// <summary>Makes a form of labelled inputs.</summary>
public sealed class ModalBuilder
{
    private readonly List<MessageComponent> _components = [];
    private string _title = "";
    private string _customId = "";

    public ModalBuilder WithTitle(string title)
    {
        _title = title;
        return this;
    }

    public ModalBuilder WithCustomId(string customId)
    {
        _customId = customId;
        return this;
    }

    /// <param name="label">Above the input; 1 to 45 characters.</param>
    /// <param name="input">The input.</param>
    /// <param name="description">Below the label; at most 100 characters, or null.</param>
    public ModalBuilder AddTextInput(string label, TextInputBuilder input, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        return AddLabelled(label, input.Build(), description);
    }

    /// <inheritdoc cref="AddTextInput(string, TextInputBuilder, string?)"/>
    /// <param name="menu">The menu.</param>
    public ModalBuilder AddSelectMenu(string label, SelectMenuBuilder menu, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(menu);
        return AddLabelled(label, menu.Build(), description);
    }

    /// <exception cref="ArgumentException">A documented limit is exceeded.</exception>
    public Modal Build()
    {
        var modal = new Modal { CustomId = _customId, Title = _title, Components = [.. _components] };
        ComponentRules.ValidateModal(modal);
        return modal;
    }

    private ModalBuilder AddLabelled(string label, MessageComponent component, string? description)
    {
        _components.Add(new MessageComponent
        {
            Type = ComponentType.Label,
            Label = label,
            Description = description,
            Component = component,
        });
        return this;
    }
}
