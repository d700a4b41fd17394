using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Store;

namespace DigestBot.Adapters;

/// <summary>Speaks with one person at a terminal: reads lines, prints replies.</summary>
/// <remarks>Whoever sits at the terminal is the operator.</remarks>
internal sealed partial class ConsoleAdapter(
    ITerminal terminal, CommandRouter router, TimeProvider clock, ILogger<ConsoleAdapter> logger)
{
    /// <summary>Longer lines are no question; reading them on would only cost memory.</summary>
    private const int LongestLine = 4_000;

    private readonly TerminalPrinter _printer = new(terminal);

    /// <summary>Whether the bundled sample news stand in for an empty store.</summary>
    public bool OnSamples { get; init; }

    /// <summary>Finds what whoever sits here has set for themselves.</summary>
    public Func<ChatMessage, CancellationToken, Task<Person?>> FindOwn { get; init; } = (_, _) => Task.FromResult<Person?>(null);

    /// <summary>Ends at the end of input, at <c>/quit</c>, or when cancelled.</summary>
    public async Task RunAsync(Space space, string channel, Phrases phrases, CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) is { } line)
        {
            string text = line.Trim();
            if (text is "/quit" or "/exit")
            {
                return;
            }

            // An empty line at a prompt is a slip; /help is for those who ask.
            if (text.Length > 0)
            {
                var message = new ChatMessage(space, channel, text, phrases.Language, IsOperator: true) { OnSamples = OnSamples, IsAlone = true };
                (Reply reply, Reader reader) = await AnswerAsync(message, phrases, cancellationToken);
                _printer.Print([.. TextLayout.Lay(reply, reader), TextLine.Empty], reader.Phrases);
            }
        }
    }

    // One failed message must not end the conversation, so this catches everything but our own shutdown.
    private async Task<(Reply Reply, Reader Reader)> AnswerAsync(ChatMessage message, Phrases phrases, CancellationToken cancellationToken)
    {
        Reader reader = message.ReaderOf(isPrivate: true, clock);
        try
        {
            ChatMessage known = message with { Own = await FindOwn(message, cancellationToken) };
            reader = known.ReaderOf(isPrivate: true, clock);
            return (await router.RunAsync(known, cancellationToken), reader);
        }
        catch (StoreException exception)
        {
            return (new Reply.Refusal(phrases.Failure(exception.Message)), reader);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception);
            return (new Reply.Refusal(phrases.FailureUnexpected(exception.GetType().Name)), reader);
        }
    }

    // A console's reader waits for the line whatever the token says, so the wait is given up instead.
    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        bool prompts = terminal.InIsInteractive && terminal.OutIsInteractive;
        if (prompts)
        {
            await terminal.Out.WriteAsync("> ".AsMemory(), cancellationToken);
        }

        string? line = null;
        try
        {
            line = await Task.Run(terminal.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        }
        finally
        {
            // Whatever ends the conversation, the shell's own prompt begins on a line of its own.
            if (prompts && line is null)
            {
                terminal.Out.WriteLine();
            }
        }

        return line is { Length: > LongestLine } ? line[..LongestLine] : line;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A chat message could not be answered")]
    private partial void LogFailed(Exception exception);
}
