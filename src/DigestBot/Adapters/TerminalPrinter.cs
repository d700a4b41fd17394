using DigestBot.Chat;
using Spectre.Console;

namespace DigestBot.Adapters;

/// <summary>Prints lines and tables: in colour and as wide as the screen on a terminal, plain and unbroken in a pipe.</summary>
internal sealed class TerminalPrinter(ITerminal terminal)
{
    public void Print(IReadOnlyList<TextLine> lines, Phrases phrases)
    {
        int? width = terminal.OutIsInteractive ? terminal.Width : null;
        IAnsiConsole? console = terminal.OutIsInteractive && terminal.Colours ? Console(terminal.Out) : null;
        foreach (TextLine line in lines)
        {
            foreach (IReadOnlyList<TextSpan> physical in TextWrap.Break(line, width, phrases.RightToLeft))
            {
                foreach (TextSpan span in physical)
                {
                    Write(console, span);
                }

                terminal.Out.WriteLine();
            }
        }
    }

    /// <summary>A console of Spectre's on one of the terminal's writers.</summary>
    public IAnsiConsole Console(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = terminal.Width;
        return console;
    }

    private void Write(IAnsiConsole? console, TextSpan span)
    {
        Style? style = Style(span.Role);
        if (console is null || style is null)
        {
            terminal.Out.Write(span.Text);
        }
        else
        {
            // The line was broken already; Spectre must not break it again.
            console.Profile.Width = int.MaxValue / 4;
            console.Write(new Text(span.Text, style));
        }
    }

    private static Style? Style(TextRole role) => role switch
    {
        TextRole.Heading => new(decoration: Decoration.Bold | Decoration.Underline),
        TextRole.Title => new(decoration: Decoration.Bold),
        TextRole.Muted => new(decoration: Decoration.Dim),
        TextRole.Warning => new(Color.Yellow),
        _ => null,
    };
}
