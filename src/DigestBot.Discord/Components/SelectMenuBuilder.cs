namespace DigestBot.Discord;

/// <summary>Makes a menu: of given options, or of users, roles or channels.</summary>
public sealed class SelectMenuBuilder
{
    private readonly List<SelectOption> _options = [];
    private MessageComponent _menu = new() { Type = ComponentType.SelectMenu };

    public SelectMenuBuilder WithCustomId(string customId)
    {
        _menu = _menu with { CustomId = customId };
        return this;
    }

    /// <summary>What is offered; <see cref="ComponentType.SelectMenu"/> unless told otherwise.</summary>
    public SelectMenuBuilder WithType(ComponentType type)
    {
        _menu = _menu with { Type = type };
        return this;
    }

    public SelectMenuBuilder WithPlaceholder(string placeholder)
    {
        _menu = _menu with { Placeholder = placeholder };
        return this;
    }

    public SelectMenuBuilder WithMinValues(int count)
    {
        _menu = _menu with { MinValues = count };
        return this;
    }

    public SelectMenuBuilder WithMaxValues(int count)
    {
        _menu = _menu with { MaxValues = count };
        return this;
    }

    public SelectMenuBuilder WithChannelTypes(params IReadOnlyList<ChannelType> types)
    {
        _menu = _menu with { ChannelTypes = types };
        return this;
    }

    public SelectMenuBuilder AddOption(string label, string value, string? description = null, bool isDefault = false)
    {
        _options.Add(new SelectOption(label, value, description, isDefault ? true : null));
        return this;
    }

    /// <exception cref="ArgumentException">A documented limit is exceeded.</exception>
    public MessageComponent Build()
    {
        MessageComponent menu = _options.Count == 0 ? _menu : _menu with { Options = [.. _options] };
        ComponentRules.ValidateMenu(menu);
        return menu;
    }
}
