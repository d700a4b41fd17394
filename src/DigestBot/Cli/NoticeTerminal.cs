using DigestBot.Adapters;

namespace DigestBot.Cli;

/// <summary>A terminal that prints everything on standard error, because standard output belongs to a document.</summary>
internal sealed class NoticeTerminal(ITerminal terminal) : ITerminal
{
    public TextReader In => terminal.In;

    public TextWriter Out => terminal.Error;

    public TextWriter Error => terminal.Error;

    public bool InIsInteractive => terminal.InIsInteractive;

    public bool OutIsInteractive => terminal.ErrorIsInteractive;

    public bool ErrorIsInteractive => terminal.ErrorIsInteractive;

    public bool Colours => terminal.Colours;

    public int Width => terminal.Width;
}
