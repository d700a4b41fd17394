namespace DigestBot.Commands;

/// <summary>What a parameter takes, and how it is read from text.</summary>
internal enum ParameterKind
{
    /// <summary>One word, before everything else.</summary>
    Word,

    /// <summary>What remains, up to <see cref="CommandLimits.Topic"/> characters, without quotation marks.</summary>
    Topic,

    /// <summary>What remains, exactly as written, up to <see cref="CommandLimits.Question"/> characters.</summary>
    Question,

    /// <summary>What remains, names and all, up to <see cref="CommandLimits.Details"/> characters; the command reads it itself.</summary>
    Details,

    /// <summary>A span such as 7d; the last word, or by name.</summary>
    Window,

    /// <summary>A number of stories; after a window, or by name.</summary>
    Stories,

    /// <summary>Yes or no, by name.</summary>
    Switch,

    /// <summary>A few words of the parameter's own, by name.</summary>
    Text,

    /// <summary>A time zone; platforms with a picker offer it.</summary>
    Zone,

    /// <summary>A place of the same space, such as <c>discord:123</c>; platforms with a picker offer it.</summary>
    Channel,

    /// <summary>A group of people, by the platform's id; platforms with a picker offer it.</summary>
    Role,
}
