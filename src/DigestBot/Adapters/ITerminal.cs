namespace DigestBot.Adapters;

/// <summary>Where the bot meets a person at a terminal, or a script at a pipe.</summary>
internal interface ITerminal
{
    TextReader In { get; }

    /// <summary>Documents: what was asked for.</summary>
    TextWriter Out { get; }

    /// <summary>Notices, progress and failures.</summary>
    TextWriter Error { get; }

    /// <summary>Whether standard input is a person typing.</summary>
    bool InIsInteractive { get; }

    /// <summary>Whether standard output is a screen.</summary>
    bool OutIsInteractive { get; }

    /// <summary>Whether standard error is a screen.</summary>
    bool ErrorIsInteractive { get; }

    /// <summary>False where the person does not want colours.</summary>
    bool Colours { get; }

    /// <summary>Cells in a line of the screen; lines that do not go to a screen are not wrapped.</summary>
    int Width { get; }
}
