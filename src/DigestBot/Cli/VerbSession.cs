using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>One run of a verb over an opened store.</summary>
/// <remarks>Invariant: with <paramref name="json"/>, standard output gets the one document and nothing else.</remarks>
internal sealed class VerbSession(ITerminalSession session, ITerminal terminal, Reader reader, bool json)
{
    public Space Space => session.Space;

    public Reader Reader => reader;

    public Phrases Phrases => reader.Phrases;

    public ITerminal Terminal => terminal;

    public bool UsesSamples => session.UsesSamples;

    public T Get<T>()
        where T : notnull => session.Get<T>();

    public void Notice(string sentence) => terminal.Error.WriteLine(sentence);

    public int Fail(string sentence)
    {
        terminal.Error.WriteLine(sentence);
        return ExitCode.Failed;
    }

    /// <summary>Prints what was asked for: the document, or what <paramref name="human"/> prints.</summary>
    public int Show<TView>(Func<TView> view, JsonTypeInfo<TView> type, Action human)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(view(), type));
        }
        else
        {
            human();
        }

        return ExitCode.Done;
    }

    public void Print(Reply reply) => Print(TextLayout.Lay(reply, reader));

    public void Print(IReadOnlyList<TextLine> lines) => new TerminalPrinter(terminal).Print(lines, Phrases);

    public void Print(string sentence) => Print([TextLine.Of(sentence)]);

    public void Print(TerminalTable table) => table.Print(terminal, Phrases);
}
