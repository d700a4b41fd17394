namespace DigestBot.Discord;

/// <summary>Makes a text input of a form.</summary>
public sealed class TextInputBuilder
{
    private MessageComponent _input = new() { Type = ComponentType.TextInput, Style = (int)TextInputStyle.Short };

    public TextInputBuilder WithCustomId(string customId)
    {
        _input = _input with { CustomId = customId };
        return this;
    }

    public TextInputBuilder WithStyle(TextInputStyle style)
    {
        _input = _input with { Style = (int)style };
        return this;
    }

    public TextInputBuilder WithPlaceholder(string? placeholder)
    {
        _input = _input with { Placeholder = placeholder };
        return this;
    }

    /// <summary>What stands in it already.</summary>
    public TextInputBuilder WithValue(string? value)
    {
        _input = _input with { Value = value };
        return this;
    }

    public TextInputBuilder WithMinLength(int? length)
    {
        _input = _input with { MinLength = length };
        return this;
    }

    public TextInputBuilder WithMaxLength(int? length)
    {
        _input = _input with { MaxLength = length };
        return this;
    }

    /// <summary>True unless told otherwise.</summary>
    public TextInputBuilder WithRequired(bool required)
    {
        _input = _input with { Required = required };
        return this;
    }

    /// <exception cref="ArgumentException">A documented limit is exceeded.</exception>
    public MessageComponent Build()
    {
        ComponentRules.ValidateInput(_input);
        return _input;
    }
}
