namespace DigestBot.Discord;

/// <summary>How large a text input is.</summary>
public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}
