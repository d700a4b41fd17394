using DigestBot.Adapters;

namespace DigestBot.Tests.Cli;

/// <summary>A terminal, or a pipe, whose output tests read.</summary>
internal sealed class FakeTerminal(string input = "", bool interactive = false, int width = 80) : ITerminal
{
    public TextReader In { get; } = new StringReader(input);

    public TextWriter Out { get; } = new StringWriter { NewLine = "\n" };

    public TextWriter Error { get; } = new StringWriter { NewLine = "\n" };

    public bool InIsInteractive => interactive;

    public bool OutIsInteractive => interactive;

    public bool ErrorIsInteractive => interactive;

    public bool Colours { get; init; }

    public int Width => width;

    public string Printed => Out.ToString()!;

    public string Complained => Error.ToString()!;
}
