namespace DigestBot.Discord;

/// <summary>Makes a button.</summary>
public sealed class ButtonBuilder
{
    private MessageComponent _button = new() { Type = ComponentType.Button, Style = (int)ButtonStyle.Secondary };

    public ButtonBuilder WithLabel(string label)
    {
        _button = _button with { Label = label };
        return this;
    }

    public ButtonBuilder WithCustomId(string customId)
    {
        _button = _button with { CustomId = customId };
        return this;
    }

    public ButtonBuilder WithUrl(string url)
    {
        _button = _button with { Url = url };
        return this;
    }

    public ButtonBuilder WithStyle(ButtonStyle style)
    {
        _button = _button with { Style = (int)style };
        return this;
    }

    public ButtonBuilder WithDisabled(bool disabled)
    {
        _button = _button with { Disabled = disabled ? true : null };
        return this;
    }

    /// <exception cref="ArgumentException">A documented limit is exceeded.</exception>
    public MessageComponent Build()
    {
        ComponentRules.ValidateButton(_button);
        return _button;
    }
}
