using DigestBot.Chat;
using Spectre.Console;

namespace DigestBot.Adapters;

/// <summary>Prints lines: in colour and as wide as the screen on a terminal, plain and unbroken in a pipe.</summary>
internal sealed class TerminalPrinter(ITerminal terminal)
{
    public void Print(IReadOnlyList<TextLine> lines, Phrases phrases)
    {
        int? width = terminal.OutIsInteractive ? terminal.Width : null;
        IAnsiConsole? console = terminal.OutIsInteractive && terminal.Colours ? Console(terminal.Out) : null;
        IEnumerable<IReadOnlyList<TextSpan>> broken =
            lines.SelectMany(line => TextWrap.Break(line, width, phrases.RightToLeft));
        foreach (IReadOnlyList<TextSpan> line in broken)
        {
            for (int i = 0, next; i < line.Count; i = next)
            {
                next = EndOfRole(line, i);
                Write(console, string.Concat(line.Skip(i).Take(next - i).Select(span => span.Text)), line[i].Role);
            }

            terminal.Out.WriteLine();
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

    // Words of one role are written together, so that a line carries few colour changes.
    private static int EndOfRole(IReadOnlyList<TextSpan> line, int start)
    {
        int end = start + 1;
        while (end < line.Count && line[end].Role == line[start].Role)
        {
            end++;
        }

        return end;
    }

    private void Write(IAnsiConsole? console, string text, TextRole role)
    {
        Style? style = Style(role);
        if (console is null || style is null)
        {
            terminal.Out.Write(text);
        }
        else
        {
            // The line was broken already; Spectre must not break it again.
            console.Profile.Width = int.MaxValue / 4;
            console.Write(new Text(text, style));
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
