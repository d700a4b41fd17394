namespace DigestBot.Discord;

/// <summary>How a command is used.</summary>
public enum ApplicationCommandType
{
    /// <summary>Typed: /name.</summary>
    Slash = 1,

    /// <summary>In the menu of a person.</summary>
    User = 2,

    /// <summary>In the menu of a message.</summary>
    Message = 3,
}
