using DigestBot.Chat;
using Spectre.Console;

namespace DigestBot.Adapters;

/// <summary>A list with columns: a table on a terminal; in a pipe a line for each row, cells separated by tabs.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells of visible text: what comes from outside went through <see cref="Phrases.Insert"/>.</param>
internal sealed record TerminalTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public void Print(ITerminal terminal, Phrases phrases)
    {
        if (terminal.OutIsInteractive)
        {
            new TerminalPrinter(terminal).Console(terminal.Out).Write(Draw(phrases));
            return;
        }

        foreach (IReadOnlyList<string> row in Rows.Prepend(Columns))
        {
            terminal.Out.WriteLine(string.Join('\t', row));
        }
    }

    private Table Draw(Phrases phrases)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (string column in Columns)
        {
            TableColumn drawn = new(new Text(column, new Style(decoration: Decoration.Bold)));
            table.AddColumn(phrases.RightToLeft ? drawn.RightAligned() : drawn);
        }

        // Text, never Markup: what comes from outside must not be read as Spectre's own markup.
        foreach (IReadOnlyList<string> row in Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }
}
